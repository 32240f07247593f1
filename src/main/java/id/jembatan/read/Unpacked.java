package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;

/** How much one pass over a file has unpacked so far. */
final class Unpacked {

    private final Limits limits;
    private long bytes;

    Unpacked(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** @throws DropRefused FILE_BOMB past the limit; how well it was compressed is never asked */
    void add(long more) {
        bytes = more > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + more;
        if (bytes > limits.unpacked()) {
            throw new DropRefused(FindingCode.FILE_BOMB, "unpacked", String.valueOf(limits.unpacked()));
        }
    }
}
