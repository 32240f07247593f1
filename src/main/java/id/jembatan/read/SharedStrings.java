package id.jembatan.read;

import id.jembatan.domain.Cell;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The texts that a workbook's sheets point to by number. A list of a million people has some five million of them, so
 * what passes a few megabytes is kept in a file. Not thread-safe.
 */
final class SharedStrings implements Closeable {

    /** Cells whose texts come again and again (a district, L and P) are made once. */
    private static final int RECENT = 4_096;

    private final SpillingBytes texts;
    private final SpillingBytes ends;
    private final Cell[] recent = new Cell[RECENT];
    private final int[] recentIndex = new int[RECENT];
    private final byte[] end = new byte[Long.BYTES];
    private final ByteBuffer endNumber = ByteBuffer.wrap(end);
    private int count;

    SharedStrings(Path temporary) {
        this.texts = new SpillingBytes(temporary);
        this.ends = new SpillingBytes(temporary);
    }

    /** Reads the whole part ([ECMA-376] 18.4). */
    static SharedStrings read(PartXml xml, Path temporary) {
        SharedStrings strings = new SharedStrings(temporary);
        try {
            while (xml.nextElement()) {
                if (xml.isStart("si")) {
                    strings.add(RichText.read(xml, "si"));
                }
            }
            return strings;
        } catch (RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    boolean has(int index) {
        return index >= 0 && index < count;
    }

    Cell get(int index) {
        int slot = index % RECENT;
        Cell known = recent[slot];
        if (known != null && recentIndex[slot] == index) {
            return known;
        }
        Cell cell = Cell.text(load(index));
        recent[slot] = cell;
        recentIndex[slot] = index;
        return cell;
    }

    void add(String text) {
        try {
            texts.append(text.getBytes(StandardCharsets.UTF_8));
            endNumber.putLong(0, texts.length());
            ends.append(end);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String load(int index) {
        try {
            long from = index == 0 ? 0 : endOf(index - 1);
            byte[] text = new byte[(int) (endOf(index) - from)];
            texts.read(from, text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long endOf(int index) throws IOException {
        ends.read((long) index * Long.BYTES, end);
        return endNumber.getLong(0);
    }

    @Override
    public void close() {
        try (texts) {
            ends.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
