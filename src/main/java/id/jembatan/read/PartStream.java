package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of one part. Counts them while they come, whatever the ZIP's directory says, and proves the checksum
 * at the end, which the JDK does not do for an entry of a {@code ZipFile}.
 */
final class PartStream extends FilterInputStream {

    private final ZipEntry entry;
    private final Unpacked unpacked;
    private final long mostAtOnce;
    private final CRC32 checksum = new CRC32();
    private long length;
    private long sinceProgress;
    private final AttributeCount attributes;
    private boolean proven;

    /**
     * Wraps the stream of that entry.
     *
     * @param mostAtOnce bytes that may go by without an element: one gigantic text or attribute must not fill memory
     */
    PartStream(InputStream in, ZipEntry entry, Unpacked unpacked, long mostAtOnce) {
        super(in);
        this.entry = entry;
        this.unpacked = unpacked;
        this.mostAtOnce = mostAtOnce;
        this.attributes = new AttributeCount(entry.getName());
    }

    void progress() {
        sinceProgress = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        int read = super.read(buffer, from, most);
        if (read < 0) {
            prove();
            return read;
        }
        checksum.update(buffer, from, read);
        attributes.see(buffer, from, read);
        length += read;
        sinceProgress += read;
        unpacked.add(read);
        if (sinceProgress > mostAtOnce) {
            throw new DropRefused(
                    FindingCode.FILE_TOO_LARGE,
                    "cell",
                    String.valueOf(unpacked.limits().cell()));
        }
        return read;
    }

    private void prove() throws ZipException {
        if (!proven && (checksum.getValue() != entry.getCrc() || length != entry.getSize())) {
            throw new ZipException("bad checksum");
        }
        proven = true;
    }
}
