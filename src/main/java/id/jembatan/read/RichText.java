package id.jembatan.read;

/** The text of a string item ([ECMA-376] 18.4.8): of its runs, without the phonetic hints. */
final class RichText {

    private RichText() {}

    /** Reads up to the end of the element that was just entered. */
    static String read(PartXml xml, String element) {
        GatheredText text = new GatheredText(xml);
        boolean phonetic = false;
        while (xml.nextElement() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                phonetic = true;
            } else if (xml.isEnd("rPh")) {
                phonetic = false;
            } else if (xml.isStart("t") && !phonetic) {
                text.add(xml.text());
            }
        }
        return unescaped(text.text());
    }

    /** {@code _x000D_} stands for a character that XML cannot hold ([ECMA-376] 22.9.2.19). */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (isEscape(text, at)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
