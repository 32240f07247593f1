package id.jembatan.read;

/** A text that comes in pieces, mostly in one: which is then not copied. However many come, each is copied once. */
final class GatheredText {

    private final PartXml xml;
    private final StringBuilder all = new StringBuilder(0);
    private String only = "";

    /** Of a cell of that part. */
    GatheredText(PartXml xml) {
        this.xml = xml;
    }

    void add(String piece) {
        if (all.length() > 0) {
            all.append(piece);
        } else if (only.isEmpty()) {
            only = piece;
        } else {
            all.append(only).append(piece);
        }
        xml.checkCell(Math.max(only.length(), all.length()));
    }

    String text() {
        return all.length() > 0 ? all.toString() : only;
    }
}
