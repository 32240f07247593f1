package id.jembatan.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running pipeline: camel-main with the routes of {@code routes/}, and the beans that they call bound by name.
 */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final Set<String> CAMEL_NEEDS =
            Set.of("jembatan.intake.delay", "jembatan.faults.retries", "jembatan.faults.delay", "jembatan.mail.every");

    private static final int BETWEEN_LOOKS = 50;

    private final House house;
    private final Main main = new Main();
    private final DropLine line;
    private final LineStop stop;
    private final ServiceBeans beans;
    private final boolean console;

    private Service(House house, Path routes, boolean watched) throws IOException {
        this.house = house;
        this.stop = new LineStop(house.work());
        Optional<DropMeters> meters = watched ? Observed.prepare(main, house, stop) : Optional.empty();
        this.console = watched && WebDoor.prepare(main, house);
        main.configure().withName("jembatan");
        main.configure().withRoutesIncludePattern("file:" + routes.toAbsolutePath() + "/*.camel.yaml");
        main.configure().withShutdownTimeout(15);
        main.configure().withShutdownLogInflightExchangesOnTimeout(false);
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        CAMEL_NEEDS.forEach(key -> main.addInitialProperty(key, house.settings().get(key)));
        main.addInitialProperty(
                "jembatan.intake.folder", house.settings().intakeFolder().toString());
        this.line = new DropLine(house.log(), house.settings().lease(), stop, meters);
        this.beans = new ServiceBeans(house, line, stop, main::getCamelContext);
        beans.all().forEach(main::bind);
    }

    /**
     * Starts the routes for one piece of work; nothing is taken from {@code drop/} before {@link #openIntake()}.
     *
     * @param routes the folder of the YAML routes
     */
    public static Service start(House house, Path routes) throws Exception {
        Service service = new Service(house, routes, false);
        service.main.start();
        return service;
    }

    /** As {@link #start}; and with the ports on which people and monitors look at what a service does. */
    public static Service startToServe(House house, Path routes) throws Exception {
        Service service = new Service(house, routes, true);
        service.main.start();
        Observed.register(service.main, house);
        return service;
    }

    ServiceBeans beans() {
        return beans;
    }

    /** Writes the reply of a drop that was answered once, by the route that answered it. */
    void answerAgain(long receipt) throws Exception {
        try (ProducerTemplate template = camel().createProducerTemplate()) {
            Exchange answered = template.send("direct:report-write-reply", exchange -> {
                exchange.setProperty("receipt", receipt);
                exchange.getMessage().setBody(receipt);
            });
            if (answered.getException() != null) {
                throw answered.getException();
            }
        }
    }

    CamelContext camel() {
        return main.getCamelContext();
    }

    /** Looks into {@code drop/} from now on. */
    public void openIntake() throws Exception {
        finishPurges();
        beans.receiver().recallSources();
        tellWhatWasLeft();
        line.beginLooking();
        camel().getRouteController().startRoute("intake-receive-drop");
    }

    /** What a killed purge left; if it cannot be now, lists are taken all the same, and the next start tries again. */
    private void finishPurges() {
        try {
            new PurgePeople(house).finish();
        } catch (java.io.IOException | RuntimeException e) {
            LOG.error("a purge is not finished yet: {}", Faults.brief(e));
        }
    }

    private void tellWhatWasLeft() {
        try {
            beans.tellOffices().tellLeft();
        } catch (java.io.IOException e) { // the line tries again with every pass, and says so
            LOG.warn("notices are not written yet: {}", Faults.brief(e));
        }
    }

    /**
     * Opens the console's door, where a port is set for it, and free.
     *
     * @return where it is
     */
    public Optional<URI> openConsole(WebVisitors visitors) throws Exception {
        if (!console) {
            return Optional.empty();
        }
        camel().getRouteController().startRoute("console-take-names");
        return Optional.of(WebDoor.open(camel(), house, visitors));
    }

    /** How far this process is with reading that drop; empty when it does not. */
    public Optional<ReadingProgress> findProgress(long receipt) {
        return beans.readDrop().findProgress(receipt);
    }

    /** Looks into {@code drop/} no more. */
    public void closeIntake() throws Exception {
        beans.looking().rest();
        camel().getRouteController().stopRoute("intake-receive-drop");
    }

    /** Waits until everything that lies in {@code drop/} has been worked on; false when a fault stopped the line. */
    public boolean awaitIdle() throws InterruptedException {
        return line.awaitIdle();
    }

    /**
     * Waits until everything that lies in {@code drop/}, or was received and is not answered yet, is answered, by this
     * process or by another one that works in the home.
     *
     * @return false when a fault stopped the line meanwhile
     */
    public boolean awaitAnswers() throws InterruptedException, IOException {
        boolean goesOn = awaitIdle();
        OptionalLong last = house.log().due().findLastDue();
        while (goesOn && last.isPresent() && house.log().due().hasDueUpTo(last.getAsLong())) {
            house.releaseDead();
            goesOn = awaitIdle();
        }
        return goesOn;
    }

    /** Why the line of this process stood still last, where it ever did. */
    public Optional<String> whyStopped() {
        return stop.lastReason();
    }

    /** Takes one file that lies in {@code drop/}, whatever its name. */
    void receive(Path file) throws IOException {
        beans.receiver().receive(file.toFile(), 0);
    }

    /** Works on the line of drops until none is left; false when a fault stopped it. */
    boolean workUntilAllAnswered() throws InterruptedException, IOException {
        for (OptionalLong due = house.log().due().findLastDue();
                due.isPresent();
                due = house.log().due().findLastDue()) {
            if (!workUntilAnswered(due.getAsLong())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Works on the line of drops until that one is answered or parked, by this process or by another one that works in
     * the home; {@code drop/} is not looked into.
     *
     * @return false when a fault stopped the line meanwhile
     */
    public boolean workUntilAnswered(long receipt) throws InterruptedException, IOException {
        while (house.log().due().isDue(receipt)) {
            long stops = line.countStops();
            send("direct:intake-work-drops", Map.of());
            if (line.countStops() != stops) {
                return false;
            }
            if (house.log().due().isDue(receipt)) {
                house.releaseDead();
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            }
        }
        return true;
    }

    /** Enrols everything that is staged, now. */
    public void enrol() {
        send("direct:enrol-freeze-batches", Map.of());
    }

    /** The same, as somebody asks for it by name. */
    public void enrol(String by) {
        send("direct:enrol-freeze-batches", Map.of("by", by));
        house.register().compact();
    }

    /** Sends batches that a kill left between freezing and the branch. */
    public void sendFrozenBatches() {
        send("direct:outbound-send-batches", Map.of());
    }

    private void send(String endpoint, Map<String, Object> headers) {
        try (ProducerTemplate template = camel().createProducerTemplate()) {
            template.requestBodyAndHeaders(endpoint, null, headers);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Tells by e-mail from now on, where a server is named. */
    public void openMail() throws Exception {
        if (beans.mayMail()) {
            camel().getRouteController().startRoute("mail-watch-house");
        }
    }

    /** Every zone gets its night, and a night that was missed is made up once. */
    public void openNights() {
        new Nights(house, camel(), this::send).open();
    }

    @Override
    public void close() {
        beans.looking().rest();
        main.stop();
        line.close();
        beans.close();
    }
}
