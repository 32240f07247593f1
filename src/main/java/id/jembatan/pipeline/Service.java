package id.jembatan.pipeline;

import id.jembatan.domain.Workspace;
import id.jembatan.intake.Archive;
import id.jembatan.intake.StandingStill;
import id.jembatan.outbound.Extras;
import id.jembatan.read.DropReader;
import id.jembatan.read.ZipUnpacking;
import id.jembatan.report.Summary;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.FullLists;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
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
            Set.of("jembatan.intake.delay", "jembatan.faults.retries", "jembatan.faults.delay");

    private static final int BETWEEN_LOOKS = 50;

    private final House house;
    private final Main main = new Main();
    private final LineStop stop;
    private final DropLine line;
    private final DropReceiver receiver;
    private final ThreadPoolExecutor chunkThreads;
    private final DropReader reader;
    private final ReportDrop reports;
    private final SendBatches batches;
    private final TellOffices tellOffices;
    private final ReportAnswers answerReports;

    private Service(House house, Path routes) {
        this.house = house;
        this.stop = new LineStop(house.work());
        Optional<DropMeters> meters = Observed.prepare(main, house, stop);
        this.line = new DropLine(house.log(), stop, meters);
        main.configure().withName("jembatan");
        main.configure().withRoutesIncludePattern("file:" + routes.toAbsolutePath() + "/*.camel.yaml");
        main.configure().withShutdownTimeout(15);
        main.configure().withShutdownLogInflightExchangesOnTimeout(false);
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        CAMEL_NEEDS.forEach(key -> main.addInitialProperty(key, house.settings().get(key)));
        main.addInitialProperty(
                "jembatan.intake.folder", house.settings().intakeFolder().toString());
        this.receiver = receiver(house, line);
        this.chunkThreads = chunkThreads();
        this.reader = new DropReader(house.settings().limits(), new CamelCsv(main::getCamelContext), house.work());
        this.reports = new ReportDrop(
                house.workspace(),
                house.rules(),
                reader,
                house.log(),
                house.rows(),
                house.journal(),
                house.messages(),
                house.noticeWriter(reader),
                house.index());
        this.tellOffices = house.tellOffices(reader);
        this.answerReports =
                new ReportAnswers(house.workspace(), house.rules(), reader, house.answerRows(), house.messages());
        this.batches = new SendBatches(
                house.workspace(),
                house.rules().agreements(),
                house.rules().contributions(),
                house.profiles(),
                house.enrolments(),
                house.journal(),
                house.messages(),
                extras(house.settings()));
        bind();
    }

    /**
     * Starts the routes; nothing is taken from {@code drop/} before {@link #openIntake()}.
     *
     * @param routes the folder of the YAML routes
     */
    public static Service start(House house, Path routes) throws Exception {
        Service service = new Service(house, routes);
        service.main.start();
        Observed.register(service.main, house);
        return service;
    }

    private static DropReceiver receiver(House house, DropLine line) {
        Archive archive = new Archive(house.workspace(), house.work());
        return new DropReceiver(
                house.settings().intakeFolder(),
                house.workspace().work().resolve("turn-intake"),
                house.rules().agreements(),
                archive,
                new ZipContents(new ZipUnpacking(house.settings().limits()), archive, house.work()),
                house.log(),
                house.clock(),
                house.journal(),
                SpaceWatch.of(house.settings()),
                line);
    }

    private static AnswerReceiver answerReceiver(House house) {
        return new AnswerReceiver(
                house.workspace().answer(),
                house.workspace().work().resolve("turn-answers"),
                house.rules().agreements(),
                new Archive(house.workspace(), house.work()),
                house.answers(),
                house.clock(),
                house.journal(),
                new StandingStill(house.settings().quiet(), Clock.systemUTC()));
    }

    /** When all are busy, whoever reads the file judges a chunk too, so that no more than a few chunks are in memory. */
    private ThreadPoolExecutor chunkThreads() {
        int asked = (int) house.settings().number("jembatan.read.threads");
        int threads = asked == 0 ? Runtime.getRuntime().availableProcessors() : asked;
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> new Thread(work, "chunks-" + number.incrementAndGet()),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private void bind() {
        Settings settings = house.settings();
        Workspace workspace = house.workspace();
        main.bind("register", house.register().dataSource());
        main.bind("completeFiles", completeFiles(new StandingStill(settings.quiet(), Clock.systemUTC())));
        main.bind("chunkThreads", chunkThreads);
        main.bind("sumOfChunks", new SumOfChunks());
        main.bind("faults", new Faults());
        main.bind("summaryLayout", Summary.layout());
        main.bind("dropLine", line);
        main.bind("dropReceiver", receiver);
        main.bind("readDrop", new ReadDrop(workspace, house.rules(), reader, house.log(), house.rows()));
        main.bind(
                "settleDrop",
                new SettleDrop(
                        house.rules(),
                        house.log(),
                        house.settlements(),
                        new FullLists(house.register(), house.log(), house.rows()),
                        house.journal()));
        main.bind("reportDrop", reports);
        main.bind("tellOffices", tellOffices);
        main.bind("answerReceiver", answerReceiver(house));
        main.bind(
                "settleAnswers",
                new SettleAnswers(
                        workspace,
                        house.rules(),
                        reader,
                        house.answers(),
                        house.answerRows(),
                        house.journal(),
                        answerReports));
        main.bind(
                "setAside",
                new SetAside(workspace, house.rules(), house.log(), house.rows(), house.journal(), line, stop));
        main.bind(
                "enrolProgrammes",
                new EnrolProgrammes(
                        house.rules().agreements(),
                        house.rules().contributions(),
                        house.profiles(),
                        house.enrolments(),
                        new DecisionShelf(house.register()),
                        house.journal(),
                        house.clock()));
        main.bind("sendBatches", batches);
        main.bind("dayPages", new DayPages(house));
        main.bind("purgePeople", new PurgePeople(house));
    }

    private GenericFileFilter<Object> completeFiles(StandingStill standing) {
        return new GenericFileFilter<>() {
            @Override
            public boolean accept(GenericFile<Object> file) {
                Path path = Path.of(file.getAbsoluteFilePath());
                if (file.isDirectory()) {
                    return StandingStill.isOpenFolder(path);
                }
                return standing.isComplete(path);
            }
        };
    }

    ReportAnswers answerReports() {
        return answerReports;
    }

    ReportDrop reports() {
        return reports;
    }

    SendBatches batches() {
        return batches;
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
        receiver.recallSources();
        tellWhatWasLeft();
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
            tellOffices.tellLeft();
        } catch (java.io.IOException e) { // the line tries again with every pass, and says so
            LOG.warn("notices are not written yet: {}", Faults.brief(e));
        }
    }

    /** Looks into {@code drop/} no more. */
    public void closeIntake() throws Exception {
        camel().getRouteController().stopRoute("intake-receive-drop");
    }

    /** Waits until everything that lies in {@code drop/} has been worked on, or a fault stops the line. */
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

    private static Extras extras(Settings settings) {
        return new Extras(
                settings.flag("jembatan.outbound.sums"),
                settings.flag("jembatan.outbound.mail"),
                Optional.of(settings.get("jembatan.outbound.mail.to")).filter(to -> !to.isBlank()));
    }

    /** Takes one file that lies in {@code drop/}, whatever its name. */
    void receive(Path file) throws IOException {
        receiver.receive(file.toFile());
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

    /** Every zone gets its night, and a night that was missed is made up once. */
    public void openNights() {
        Optional<String> cron = house.settings().enrolCron();
        if (cron.isEmpty()) {
            return;
        }
        Set<ZoneId> zones = house.rules().agreements().regencies().stream()
                .map(regency -> regency.zone())
                .collect(Collectors.toSet());
        for (ZoneId zone : zones) {
            makeUp(zone, cron.get());
            TemplatedRouteBuilder.builder(main.getCamelContext(), "enrol-each-night")
                    .parameter("zone", zone.getId())
                    .parameter("name", zone.getId().replace('/', '-'))
                    .parameter("cron", cron.get())
                    .add();
        }
    }

    private void makeUp(ZoneId zone, String cron) {
        Optional<LocalDate> missed = new MissedNight(house, cron).find(zone);
        missed.ifPresent(night -> send("direct:enrol-make-night", Map.of("zone", zone.getId(), "night", night)));
    }

    @Override
    public void close() {
        main.stop();
        line.close();
        chunkThreads.shutdown();
    }
}
