package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Workspace;
import id.jembatan.outbound.Profile;
import id.jembatan.outbound.Profiles;
import id.jembatan.read.DropReader;
import id.jembatan.stage.AccountShelf;
import id.jembatan.stage.AnswerLog;
import id.jembatan.stage.AnswerShelf;
import id.jembatan.stage.AuditMarks;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.EnrolmentShelf;
import id.jembatan.stage.JournalOutbox;
import id.jembatan.stage.NoticeShelf;
import id.jembatan.stage.Register;
import id.jembatan.stage.RowShelf;
import id.jembatan.stage.SettlementShelf;
import id.jembatan.stage.SilenceShelf;
import id.jembatan.stage.StatusShelf;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home that is open for work: configuration read and proved, folders made, register open. Everything that a command or
 * a route needs is wired here, once, by hand.
 */
public final class House implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    static final String NODE = "jembatan.node";

    private final Settings settings;
    private final Workspace workspace;
    private final BusinessClock clock;
    private final Messages messages;
    private final RuleSets ruleSets;
    private final Rulebook rules;
    private final Register register;
    private final DropLog log;
    private final RowShelf rows;
    private final SettlementShelf settlements;
    private final EnrolmentShelf enrolments;
    private final NoticeShelf notices;
    private final JournalKeeper journal;
    private final Node node;

    private House(Settings settings, RuleSets loaded, Clock wall, boolean whileRebuilt) throws IOException {
        this.settings = settings;
        this.workspace = settings.workspace();
        this.clock = new BusinessClock(wall, settings.today());
        this.messages = loaded.today().messages();
        this.rules = loaded.today().book();
        makeFolders();
        this.node = Node.take(workspace.work(), settings.get(NODE));
        this.ruleSets = loaded.workingIn(node.folder());
        this.register = openRegister(whileRebuilt);
        this.log = new DropLog(register, node.name());
        this.rows = new RowShelf(register);
        this.settlements = new SettlementShelf(register, log);
        this.enrolments = new EnrolmentShelf(register);
        this.notices = new NoticeShelf(register);
        this.journal = new JournalKeeper(workspace.journal(), new JournalOutbox(register), wall);
    }

    /**
     * Opens the home and appends to the journal what a kill left out.
     *
     * @throws id.jembatan.domain.AgreementsBroken when the agreements cannot be used
     * @throws OperatorNeeded when the register is being rebuilt, damaged, or not the one that wrote the journal
     */
    public static House open(Settings settings) throws IOException {
        return open(settings, Clock.systemUTC());
    }

    /** Opens the home under another clock. */
    static House open(Settings settings, Clock wall) throws IOException {
        return open(settings, RuleSets.load(settings), wall, false);
    }

    /** Opens the home for the rebuild itself, which keeps everybody else out. */
    static House openWhileRebuilt(Settings settings) throws IOException {
        return open(settings, RuleSets.load(settings), Clock.systemUTC(), true);
    }

    /** Opens a home in which that programme reckons no places: nobody waits, and no quota or budget is used up. */
    static House openForTrial(Settings settings, ProgrammeKey programme) throws IOException {
        Rulebook withoutPlaces = Configuration.loadRules(settings).withoutPlacesIn(programme);
        return open(settings, RuleSets.ofTrial(settings, withoutPlaces), Clock.systemUTC(), false);
    }

    private static House open(Settings settings, RuleSets rules, Clock wall, boolean whileRebuilt) throws IOException {
        House house = new House(settings, rules, wall, whileRebuilt);
        try {
            house.recallDays();
            house.releaseDead();
            house.journal.bringUpToDate();
            house.warnOfAgreements();
            return house;
        } catch (IOException | RuntimeException e) {
            house.close();
            throw e;
        }
    }

    /** The business date of what was done last: a clock that was set back since does not bring an earlier one. */
    private void recallDays() {
        log.lastDays()
                .forEach((regency, day) ->
                        rules.agreements().findRegency(regency).ifPresent(known -> clock.notBefore(known.zone(), day)));
    }

    /** A promise that its budget does not cover is said at every start, and stops nothing (SPEC section 3). */
    private void warnOfAgreements() {
        for (Regency regency : rules.agreements().regencies()) {
            rules.proveAgreements(clock().today(regency.zone()), messages()).stream()
                    .filter(remark -> remark.isWarning() && remark.regency().equals(regency.code()))
                    .forEach(remark -> LOG.warn(
                            "{}: {}",
                            remark.programme()
                                    .map(ProgrammeKey::toString)
                                    .orElse(regency.code().value()),
                            remark.text()));
        }
    }

    /** Whoever begins to rebuild looks for nodes after taking this turn; so a node is taken before the turn is looked at. */
    private Register openRegister(boolean whileRebuilt) throws IOException {
        try {
            if (!whileRebuilt && Turn.isTaken(Rebuild.turn(workspace))) {
                throw new OperatorNeeded("rebuild.under-way");
            }
            return openRegister(settings);
        } catch (IOException | RuntimeException e) {
            node.close();
            if (settings.databaseUrl().isEmpty() && Faults.isDamagedRegister(e)) {
                throw new OperatorNeeded(
                        Faults.isOtherFormat(e) ? "register.other-format" : "register.damaged", workspace.database());
            }
            throw e;
        }
    }

    static Register openRegister(Settings settings) {
        String user = settings.get("jembatan.db.user");
        String password = settings.get("jembatan.db.password");
        int connections = (int) settings.number("jembatan.db.connections");
        return settings.databaseUrl()
                .map(url -> Register.open(url, user, password, connections))
                .orElseGet(() -> Register.openEmbedded(
                        settings.workspace().database(), settings.get("jembatan.db.h2"), user, password, connections));
    }

    /** A layout by its name. */
    Profile profile(ProgrammeKey programme, String name) {
        return profiles()
                .find(name)
                .orElseThrow(() -> new Unusable(Configuration.noProfile(profiles(), messages, programme, name)));
    }

    private void makeFolders() throws IOException {
        List<Path> folders = new ArrayList<>(workspace.folders());
        for (Regency regency : rules.agreements().regencies()) {
            folders.add(workspace.answer().resolve(regency.branch()));
            for (Programme programme : regency.programmes()) {
                folders.add(settings.intakeFolder()
                        .resolve(regency.folder())
                        .resolve(programme.key().id()));
            }
        }
        try {
            Durable.makeFolders(folders);
        } catch (FileAlreadyExistsException | NoSuchFileException | NotDirectoryException e) {
            throw new Unusable(Unusable.Kind.NO_FOLDER, workspace.home().toString(), e.getFile());
        }
        OfficeFolders offices = new OfficeFolders(workspace, settings.intakeFolder());
        for (Regency regency : rules.agreements().regencies()) {
            offices.give(regency);
        }
        offices.closeAbove(rules.agreements().regencies());
    }

    public Settings settings() {
        return settings;
    }

    public Workspace workspace() {
        return workspace;
    }

    public BusinessClock clock() {
        return clock;
    }

    public Messages messages() {
        return messages;
    }

    public Rulebook rules() {
        return rules;
    }

    public DropLog log() {
        return log;
    }

    public EnrolmentShelf enrolments() {
        return enrolments;
    }

    /**
     * Drops that were answered, here or by another process, in that time until now, or are not answered yet;
     * in the order of their receipts.
     */
    public List<LoggedDrop> listDropsOfLast(Duration time) {
        return log.listSince(log.now().minus(time));
    }

    /** Answer files that were answered, here or by another process, in that time until now, or are not answered yet. */
    public List<AnswerFile> listAnswersOfLast(Duration time) {
        return answers().listSince(log.now().minus(time));
    }

    SilenceShelf silence() {
        return new SilenceShelf(register);
    }

    /** The business date in the regency's zone; of one that the agreements no longer know, anywhere's. */
    LocalDate today(RegencyCode regency) {
        return clock.today(
                rules.agreements().findRegency(regency).map(Regency::zone).orElse(BusinessClock.NOWHERE));
    }

    /** Notes that the bill of a batch is paid. */
    public void pay(StoredBatch batch, LocalDate on, String reference, String by) throws IOException {
        silence().pay(batch, on, reference, by);
        journal.bringUpToDate();
    }

    AnswerLog answers() {
        return new AnswerLog(register);
    }

    AnswerShelf answerRows() {
        return new AnswerShelf(register);
    }

    /** Every receipt of a drop's id, over all programmes, in order. */
    public List<LoggedDrop> listDropsCalled(String dropId) {
        return log.listCalled(dropId);
    }

    /** The drop as it stands now. */
    public LoggedDrop getDrop(long receipt) {
        return log.get(receipt);
    }

    /** Gives back what processes of this machine held that live no more. */
    void releaseDead() throws IOException {
        log.leases().release(node.listDead(settings.get(NODE)));
    }

    /** All drops of a programme, in the order of their receipts. */
    public List<LoggedDrop> listDrops(ProgrammeKey programme) {
        return log.listOfProgramme(programme);
    }

    /** The last batch that its branch has: what a command begins behind. */
    public long lastSent() {
        return enrolments.lastSent();
    }

    /** Later batches, in the order in which they were frozen. */
    public List<StoredBatch> listBatchesAfter(long batchId) {
        return enrolments.listAfter(batchId);
    }

    /** Batches that wait for a second person. */
    public List<StoredBatch> listHeldBatches() {
        return enrolments.listHeld();
    }

    /** How many people of the programme its branch has got. */
    public long countSent(ProgrammeKey programme) {
        return enrolments.countSent(programme);
    }

    /** What the register says of the programmes as they stand. */
    public StatusShelf status() {
        return new StatusShelf(register);
    }

    /** This process's own folder for unfinished work. */
    public Path work() {
        return node.folder();
    }

    Profiles profiles() {
        return ruleSets.today().profiles();
    }

    /** The rules of today, and those that what is in hand was received under. */
    RuleSets ruleSets() {
        return ruleSets;
    }

    Register register() {
        return register;
    }

    RowShelf rows() {
        return rows;
    }

    SettlementShelf settlements() {
        return settlements;
    }

    NoticeShelf notices() {
        return notices;
    }

    NoticeWriter noticeWriter(DropReader reader) {
        return new NoticeWriter(ruleSets, log, notices, new RefusedRows(workspace, reader, notices));
    }

    ProgrammeIndex index() {
        return new ProgrammeIndex(workspace, ruleSets, log, notices);
    }

    /** Puts notices that were decided into the reply folders, for who has no context of its own. */
    TellOffices tellOffices() {
        return tellOffices(reader());
    }

    /** A reader outside every route: the context is lent to the CSV reader, and never started. */
    private DropReader reader() {
        CamelContext camel = new DefaultCamelContext();
        return new DropReader(settings.limits(), new CamelCsv(() -> camel), work());
    }

    /** Puts notices that were decided into the reply folders. */
    TellOffices tellOffices(DropReader reader) {
        return new TellOffices(workspace, log, notices, noticeWriter(reader), index(), journal);
    }

    /** Who looked at whom, and who decided what. */
    public AuditTrail audit() {
        return new AuditTrail(workspace.journal(), Optional.of(new AuditMarks(register)));
    }

    /** Who may sign in at the console. */
    public Accounts accounts() {
        return new Accounts(new AccountShelf(register));
    }

    JournalKeeper journal() {
        return journal;
    }

    /** The batch of that number. */
    public Optional<StoredBatch> findBatch(String number) {
        return enrolments.find(number);
    }

    /** What an operator asks about people and lists; only reads. */
    public Inquiries inquiries() {
        return new Inquiries(register, rules);
    }

    @Override
    public void close() throws IOException {
        try {
            log.leases().release(List.of(node.name()));
        } catch (RuntimeException e) {
            if (!Faults.isOfTheDatabase(e)) {
                throw e;
            }
            LOG.warn("what this process held is not given back, its leases will end: {}", Faults.brief(e));
        } finally {
            register.close();
            node.close();
        }
    }
}
