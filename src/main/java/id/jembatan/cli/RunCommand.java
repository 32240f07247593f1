package id.jembatan.cli;

import id.jembatan.console.Console;
import id.jembatan.pipeline.Faults;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The service. SIGTERM finishes the drop in hand, or leaves it as after a kill if that takes too long. */
@Command(
        name = "run",
        footer = {
            "jembatan --home /srv/jembatan run",
            "jembatan --home /srv/jembatan --set jembatan.observe.port=9876 run"
        })
final class RunCommand extends SubCommand {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final int SECONDS_TO_FINISH = 15;

    @Override
    public Integer call() throws Exception {
        House house = House.open(root().settings());
        Service service = Service.startToServe(house, root().routes());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, house), "stop"));
        service.sendFrozenBatches();
        service.openNights();
        service.openIntake();
        service.openMail();
        Console.open(house, service, Clock.systemUTC()).ifPresent(address -> LOG.info("console: {}", address));
        LOG.info("open: {}", house.settings().intakeFolder());
        stopped.await();
        return Jembatan.DONE;
    }

    /** Ends the process with 0: being asked to stop is no failure. What is not finished goes on at the next start. */
    private static void stop(Service service, House house) {
        Thread closing = new Thread(
                () -> {
                    service.close();
                    try {
                        house.close();
                    } catch (IOException e) {
                        LOG.warn("closing: {}", Faults.brief(e));
                    }
                },
                "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_FINISH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Jembatan.DONE);
    }
}
