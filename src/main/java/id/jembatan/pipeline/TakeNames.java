package id.jembatan.pipeline;

import id.jembatan.stage.NameIndex;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the console find people by their names quickly: takes the names of lists into their index, behind the line. */
public final class TakeNames {

    private static final Logger LOG = LoggerFactory.getLogger(TakeNames.class);

    /** A look that takes longer leaves the rest to the next one: it must not keep the line's turn, nor the end of the service. */
    private static final long AT_MOST_NS = TimeUnit.SECONDS.toNanos(1);

    private final NameIndex index;
    private final LineStop stop;

    TakeNames(House house, LineStop stop) {
        this.index = new NameIndex(house.register());
        this.stop = stop;
    }

    /** One look; none while the line stands: a register in need comes back when nobody holds on to it. */
    public void look() {
        if (stop.reason().isPresent()) {
            return;
        }
        long begun = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begun < AT_MOST_NS) {
            more = index.takeSome();
        }
    }

    /** Names that are not taken in are looked through: it is slow and nothing else. The next look tries again. */
    public void goOn(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn("could not take names into their index: {}", fault == null ? "" : Faults.brief(fault));
    }
}
