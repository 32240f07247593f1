package id.jembatan.pipeline;

import id.jembatan.domain.Workspace;
import id.jembatan.intake.Archive;
import id.jembatan.intake.StandingStill;
import id.jembatan.read.DropReader;
import id.jembatan.read.ZipUnpacking;
import id.jembatan.report.Summary;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.FullLists;
import id.jembatan.stage.Leavers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.mail.DefaultJavaMailSender;

/** What the routes call, made once, by hand, from the rooms of the house. */
final class ServiceBeans implements AutoCloseable {

    private final House house;
    private final DropLine line;
    private final DropReceiver receiver;
    private final ThreadPoolExecutor chunkThreads;
    private final SetAside setAside;
    private final Looking looking;
    private final DropReader reader;
    private final ReadDrop readDrop;
    private final ReportDrop reports;
    private final SendBatches batches;
    private final TellOffices tellOffices;
    private final ReportAnswers answerReports;
    private final Optional<MailSettings> mail;
    private final MailPost mailPost;
    private final TakeNames takeNames;

    ServiceBeans(House house, DropLine line, LineStop stop, Supplier<CamelContext> camel) {
        this.house = house;
        this.line = line;
        this.receiver = receiver(house, line);
        this.chunkThreads = chunkThreads();
        this.setAside = new SetAside(
                house.workspace(),
                house.ruleSets(),
                house.log(),
                house.rows(),
                house.journal(),
                line,
                stop,
                house.register());
        this.looking = new Looking(setAside::stopTheLine);
        this.reader = new DropReader(house.settings().limits(), new CamelCsv(camel), house.work());
        this.readDrop = new ReadDrop(house.workspace(), house.ruleSets(), reader, house.log(), house.rows());
        this.reports = new ReportDrop(
                house.workspace(),
                house.ruleSets(),
                reader,
                house.log(),
                house.rows(),
                house.journal(),
                house.noticeWriter(reader),
                house.index());
        this.tellOffices = house.tellOffices(reader);
        this.answerReports = new ReportAnswers(house.workspace(), house.ruleSets(), reader, house.answerRows());
        this.batches = new SendBatches(house.workspace(), house.ruleSets(), house.enrolments(), house.journal());
        this.mail = MailSettings.of(house.settings());
        this.takeNames = new TakeNames(house, stop);
        this.mailPost = new MailPost(house, camel, mail, Clock.systemUTC());
    }

    /** By the names that the routes call them by. */
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        Settings settings = house.settings();
        Workspace workspace = house.workspace();
        all.put("register", house.register().dataSource());
        all.put("registerFile", house.register());
        all.put("completeFiles", completeFiles(new StandingStill(settings.quiet(), Clock.systemUTC())));
        all.put("looking", looking);
        all.put("chunkThreads", chunkThreads);
        all.put("sumOfChunks", new SumOfChunks());
        all.put("faults", new Faults());
        all.put("summaryLayout", Summary.layout());
        all.put("dropLine", line);
        all.put("dropReceiver", receiver);
        all.put("readDrop", readDrop);
        all.put(
                "settleDrop",
                new SettleDrop(
                        house.ruleSets(),
                        house.log(),
                        house.settlements(),
                        new FullLists(house.register(), house.log(), house.rows()),
                        new Leavers(house.register()),
                        house.journal()));
        all.put("reportDrop", reports);
        all.put("tellOffices", tellOffices);
        all.put("answerReceiver", answerReceiver(house));
        all.put(
                "settleAnswers",
                new SettleAnswers(
                        workspace,
                        house.ruleSets(),
                        reader,
                        house.answers(),
                        house.answerRows(),
                        house.journal(),
                        answerReports));
        all.put("setAside", setAside);
        all.put(
                "enrolProgrammes",
                new EnrolProgrammes(
                        house.ruleSets(),
                        house.enrolments(),
                        new DecisionShelf(house.register()),
                        house.journal(),
                        house.clock()));
        all.put("sendBatches", batches);
        all.put("dayPages", new DayPages(house));
        all.put("purgePeople", new PurgePeople(house));
        all.put("copyRegister", new CopyRegister(house));
        all.put("mailPost", mailPost);
        all.put("takeNames", takeNames);
        all.put("mailSender", mail.map(MailSettings::sender).orElseGet(DefaultJavaMailSender::new));
        return all;
    }

    private static DropReceiver receiver(House house, DropLine line) {
        Archive archive = new Archive(house.workspace(), house.work());
        return new DropReceiver(
                house.settings().intakeFolder(),
                house.workspace().work().resolve("turn-intake"),
                house.ruleSets(),
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
                house.ruleSets(),
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

    DropReceiver receiver() {
        return receiver;
    }

    ReadDrop readDrop() {
        return readDrop;
    }

    ReportDrop reports() {
        return reports;
    }

    SendBatches batches() {
        return batches;
    }

    TellOffices tellOffices() {
        return tellOffices;
    }

    ReportAnswers answerReports() {
        return answerReports;
    }

    MailPost mailPost() {
        return mailPost;
    }

    /** Whether a server is named that takes e-mails. */
    boolean mayMail() {
        return mail.isPresent();
    }

    Looking looking() {
        return looking;
    }

    @Override
    public void close() {
        looking.shutdown();
        chunkThreads.shutdown();
    }
}
