package id.jembatan.register;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Ruling;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.Worker;
import id.jembatan.enrol.Enrolment;
import id.jembatan.normalise.MatchKey;
import id.jembatan.settle.FreedRows;
import id.jembatan.settle.RoomSince;
import id.jembatan.settle.Rulings;
import id.jembatan.settle.Settlement;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.DisputeShelf;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.EnrolmentShelf;
import id.jembatan.stage.Register;
import id.jembatan.stage.RowShelf;
import id.jembatan.stage.SettlementShelf;
import id.jembatan.stage.UndoShelf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rooms around one register, wired as the service wires them, with round rates. */
public final class RegisterRooms implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2025, 3, 5);
    public static final List<String> SHEETS = List.of("Lembar1", "Lembar2");

    public final Register register;
    public final Agreements agreements;
    public final DropLog log;
    public final RowShelf rows;
    public final SettlementShelf settlements;
    public final EnrolmentShelf enrolments;
    public final DisputeShelf disputes;
    public final DecisionShelf decisions;
    public final JdbcTemplate sql;

    public RegisterRooms(Register register, List<Programme> programmes) {
        this.register = register;
        this.agreements = Programmes.agreements(programmes);
        this.log = new DropLog(register);
        this.rows = new RowShelf(register);
        this.settlements = new SettlementShelf(register, log);
        this.enrolments = new EnrolmentShelf(register);
        this.disputes = new DisputeShelf(register);
        this.decisions = new DecisionShelf(register);
        this.sql = new JdbcTemplate(register.dataSource());
    }

    /** A man born 12 May 1980 by his NIK, told by the last digits of its serial. */
    public static Worker person(int serial, String name, LocalDate born) {
        return new Worker(
                new NationalId(9203011205809000L + serial),
                name,
                MatchKey.of(name),
                Optional.of(born),
                id.jembatan.domain.Sex.MALE,
                Optional.empty(),
                FieldTexts.builder().build());
    }

    public static Worker person(int serial) {
        return person(serial, "ORANG KARANGAN " + serial, LocalDate.of(1980, 5, 12));
    }

    /** As {@link #drop(String, LocalDate, List)}, on the usual day, of people all of whom pay by the lowest base. */
    public LoggedDrop drop(String programme, Worker... people) {
        return drop(programme, DAY, List.of(people));
    }

    public LoggedDrop drop(String programme, LocalDate day, List<Worker> people) {
        List<JudgedRow> judged = new ArrayList<>();
        for (Worker person : people) {
            judged.add(row(judged.size() + 1, 0, person, person.wage().orElse(RoundRates.LOWEST_BASE)));
        }
        return dropRows(programme, day, judged);
    }

    public static JudgedRow row(int position, int sheet, Worker worker, BigDecimal base) {
        return new JudgedRow(
                position, sheet, position + 1, List.of(), Optional.of(worker), Optional.of(base), OptionalLong.empty());
    }

    public static JudgedRow rejected(int position, int sheet) {
        return new JudgedRow(
                position, sheet, position + 1, List.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    /** Receives, stages and settles a drop; gives it as it then stands in the log. */
    public LoggedDrop dropRows(String programme, LocalDate day, List<JudgedRow> judged) {
        long receipt = stage(programme, day, judged);
        return settle(receipt);
    }

    public long stage(String programme, LocalDate day, List<JudgedRow> judged) {
        long receipt = receive(programme, day).number();
        rows.put(receipt, judged);
        log.markRead(receipt, SHEETS, reading(judged.size()));
        return receipt;
    }

    public Receipt receive(String programme, LocalDate day) {
        return receive(programme, day, String.format("%064x", System.nanoTime()));
    }

    public Receipt receive(String programme, LocalDate day, String sha256) {
        return log.receipts()
                .receive(
                        Optional.of(Programmes.key(programme).regency()),
                        Optional.of(Programmes.key(programme)),
                        "daftar.csv",
                        programme + "/daftar.csv",
                        sha256,
                        123,
                        Instant.parse("2025-03-05T03:00:00.123Z"),
                        day);
    }

    public static DropReading reading(long rows) {
        return new DropReading(rows, List.of(), List.of(), 0, 0, Map.of(), List.of(), Map.of(), Map.of());
    }

    public LoggedDrop settle(long receipt) {
        Receipt received = log.get(receipt).receipt();
        Programme programme = agreements.getProgramme(received.programme().orElseThrow());
        Settlement settlement = new Settlement(agreements, new RoundRates(), programme, received.day());
        return settlements.settle(receipt, programme.key(), programme.practice(), settlement::settle);
    }

    /** A line a row: its outcome, and its ref where there is one. */
    public List<String> outcomes(LoggedDrop drop) {
        return rows.withOutcomes(drop.receipt().number(), drop.sheets(), it -> {
            List<String> lines = new ArrayList<>();
            it.forEachRemaining(row -> lines.add((row.outcome() + " " + row.ref()).strip()));
            return lines;
        });
    }

    /** By row whether PERSON_LOOKS_ALIKE stands behind the codes that the rules gave it. */
    public List<Boolean> lookAlikes(LoggedDrop drop) {
        return rows.withOutcomes(drop.receipt().number(), drop.sheets(), it -> {
            List<Boolean> alike = new ArrayList<>();
            it.forEachRemaining(row -> alike.add(row.codes().contains(FindingCode.PERSON_LOOKS_ALIKE)));
            return alike;
        });
    }

    /** Decides the review as it stands. */
    public Decided decide(long review, Ruling.Choice choice, int person) {
        return decide(Dispute.Kind.REVIEW, review, choice, person);
    }

    public Decided decide(Dispute.Kind kind, long number, Ruling.Choice choice, int person) {
        Dispute dispute =
                (kind == Dispute.Kind.REVIEW ? disputes.findReview(number) : disputes.findCase(number)).orElseThrow();
        return decide(dispute, choice, person);
    }

    /** Decides it as it was looked at. */
    public Decided decide(Dispute dispute, Ruling.Choice choice, int person) {
        return decisions.decide(
                new DecisionShelf.Asked(
                        dispute.kind(), dispute.number(), dispute.version(), "budi", "KTP dilihat", DAY),
                seen -> seen.kind() == Dispute.Kind.REVIEW
                        ? Rulings.ofReview(seen, choice, person)
                        : Rulings.ofCase(seen, choice, key -> false),
                places -> new FreedRows(agreements, new RoundRates(), DAY, places));
    }

    public void enrol(String programme, LocalDate day) {
        Programme enrolled = agreements.getProgramme(Programmes.key(programme));
        Enrolment enrolment = new Enrolment(
                agreements,
                new RoundRates(),
                agreements.getRegency(enrolled.key().regency()),
                enrolled,
                day);
        enrolments.enrol(enrolled.key(), enrolment::endWhatIsOver);
        enrolments.enrol(enrolled.key(), enrolment::promoteWaiting);
        enrolments.enrol(enrolled.key(), ledger -> enrolment.freezeStaged(ledger, "malam"));
        enrolments.enrol(enrolled.key(), ledger -> enrolment.freezeEnded(ledger, "malam"));
    }

    /** Takes a drop back on the usual day; gives what stands on it. */
    public List<UndoHindrance> undo(long receipt) {
        return undo(receipt, DAY);
    }

    public List<UndoHindrance> undo(long receipt, LocalDate today) {
        return new UndoShelf(register)
                .undo(receipt, "petugas", "salah kirim", today, new RoomSince(agreements, new RoundRates(), today));
    }

    @Override
    public void close() {
        register.close();
    }
}
