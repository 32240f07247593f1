package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.AnswerCounts;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.Worker;
import id.jembatan.stage.AnswerLog;
import id.jembatan.stage.AnswerShelf;
import id.jembatan.stage.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What branches answer, in whatever order and pieces (SPEC section 9). */
class AnswersTest {

    private static final int PEOPLE = 6;
    private static final LocalDate SENT = LocalDate.of(2025, 3, 5);
    private static final String BATCH = "9203-tani-20250305-01";
    private static final String BRANCH = "cabang-9203";

    private static Register h2;
    private static Register postgresql;

    @BeforeContainer
    static void open() {
        h2 = Database.H2.open();
        postgresql = Database.POSTGRESQL.open();
    }

    @AfterContainer
    static void close() {
        h2.close();
        postgresql.close();
    }

    /**
     * One row of an answer.
     *
     * @param line from 1; some are no line of the batch
     * @param kpj the last digit of an accepted one
     */
    record Said(int line, AnswerVerdict verdict, int kpj) {

        AnswerRow row(int position) {
            return AnswersTest.row(
                    position,
                    Optional.of(new LineRef(BATCH, line)),
                    OptionalLong.empty(),
                    verdict,
                    verdict.isAccepted() ? "1234567890" + kpj : "");
        }

        /** Whether both say the same of the line. */
        boolean agrees(Said other) {
            return verdict.isAccepted()
                    ? other.verdict.isAccepted() && kpj == other.kpj
                    : other.verdict == AnswerVerdict.REFUSED;
        }
    }

    private static AnswerRow row(
            int position, Optional<LineRef> ref, OptionalLong nik, AnswerVerdict verdict, String kpj) {
        return new AnswerRow(
                position,
                0,
                position + 1,
                ref,
                nik,
                Optional.empty(),
                Optional.of(verdict),
                kpj.isEmpty() ? Optional.empty() : Optional.of(kpj),
                "",
                Optional.empty());
    }

    @Provide
    Arbitrary<List<Said>> answers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, PEOPLE + 1),
                        Arbitraries.of(AnswerVerdict.values()),
                        Arbitraries.integers().between(1, 2))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 60)
    void rowsBecomeWhatTheyWouldOneByOneOnH2(@ForAll("answers") List<Said> said, @ForAll Random random) {
        becomeWhatTheyWouldOneByOne(h2, said, random);
    }

    @Property(tries = 15)
    void rowsBecomeWhatTheyWouldOneByOneOnPostgresql(@ForAll("answers") List<Said> said, @ForAll Random random) {
        becomeWhatTheyWouldOneByOne(postgresql, said, random);
    }

    private static void becomeWhatTheyWouldOneByOne(Register register, List<Said> said, Random random) {
        RegisterRooms rooms = sent(register);
        Map<Integer, Said> answered = new TreeMap<>();
        List<String> expected = new ArrayList<>();
        for (Said one : said) {
            expected.add(obvious(one, answered));
        }

        List<String> found = new ArrayList<>();
        for (List<Said> file : pieces(said, random)) {
            // that a KPJ is another's too is said besides, and changes nothing
            settle(rooms, file).forEach(row -> found.add(row.replace(" KPJ_OF_ANOTHER", "")));
        }

        assertEquals(expected, found);
        assertEquals(states(answered, false), entries(rooms));
    }

    private static String obvious(Said one, Map<Integer, Said> answered) {
        if (one.line() > PEOPLE) {
            return "UNKNOWN NO_SUCH_LINE";
        }
        Said before = answered.putIfAbsent(one.line(), one);
        if (before == null) {
            return "SETTLED";
        }
        return before.agrees(one) ? "REPEATED" : "CONTRADICTORY ANSWERED_OTHERWISE";
    }

    @Property(tries = 60)
    void answersThatAgreeComeToOneEndInAnyOrderOnH2(@ForAll("answers") List<Said> said, @ForAll Random random) {
        comeToOneEnd(h2, said, random);
    }

    @Property(tries = 15)
    void answersThatAgreeComeToOneEndInAnyOrderOnPostgresql(@ForAll("answers") List<Said> said, @ForAll Random random) {
        comeToOneEnd(postgresql, said, random);
    }

    /** Late ones too: the programme ends somewhere in between. */
    private static void comeToOneEnd(Register register, List<Said> said, Random random) {
        Map<Integer, Said> first = new TreeMap<>();
        List<Said> agreeing = new ArrayList<>(said.stream()
                .filter(one -> one.line() <= PEOPLE)
                .filter(one -> {
                    Said before = first.putIfAbsent(one.line(), one);
                    return before == null || before.agrees(one);
                })
                .toList());
        Collections.shuffle(agreeing, random);
        RegisterRooms rooms = sent(register);
        List<List<Said>> pieces = pieces(agreeing, random);
        int end = random.nextInt(pieces.size() + 1);

        for (int i = 0; i <= pieces.size(); i++) {
            if (i == end) {
                rooms.enrol("9203/tani", LocalDate.of(2027, 1, 5));
            }
            if (i < pieces.size()) {
                settle(rooms, pieces.get(i));
            }
        }

        assertEquals(states(first, true), entries(rooms));
    }

    @Example
    void aNikMeansTheOneLineThatWaits() {
        for (Register register : List.of(h2, postgresql)) {
            RegisterRooms rooms = sent(register);
            rooms.drop("9203/nelayan", SENT, List.of(RegisterRooms.person(1), RegisterRooms.person(2)));
            rooms.enrol("9203/nelayan", SENT);
            markSent(rooms);
            settle(rooms, List.of(new Said(1, AnswerVerdict.ACCEPTED, 1)));
            AnswerFile byNik = settled(
                    rooms,
                    BRANCH,
                    List.of(
                            row(1, Optional.empty(), nik(1), AnswerVerdict.ACCEPTED, "12345678902"),
                            row(2, Optional.empty(), nik(2), AnswerVerdict.REFUSED, ""),
                            row(3, Optional.empty(), nik(3), AnswerVerdict.ACCEPTED, "12345678903"),
                            row(4, Optional.empty(), nik(99), AnswerVerdict.REFUSED, ""),
                            row(5, Optional.of(new LineRef(BATCH, 4)), nik(5), AnswerVerdict.REFUSED, ""),
                            row(6, Optional.empty(), nik(3), AnswerVerdict.ACCEPTED, "12345678904")));

            assertEquals(
                    List.of(
                            "SETTLED",
                            "REVIEW SEVERAL_LINES",
                            "SETTLED",
                            "UNKNOWN NO_SUCH_LINE",
                            "CONTRADICTORY REF_AND_NIK_DIFFER",
                            "CONTRADICTORY ANSWERED_OTHERWISE"),
                    told(rooms, byNik));
        }
    }

    @Example
    void anotherBranchAnswersNothingOfThisOne() {
        for (Register register : List.of(h2, postgresql)) {
            RegisterRooms rooms = sent(register);

            AnswerFile elsewhere = settled(
                    rooms,
                    "cabang-7111",
                    List.of(
                            row(1, Optional.of(new LineRef(BATCH, 1)), OptionalLong.empty(), AnswerVerdict.REFUSED, ""),
                            row(2, Optional.empty(), nik(2), AnswerVerdict.REFUSED, "")));

            assertEquals(List.of("UNKNOWN WRONG_BRANCH", "UNKNOWN NO_SUCH_LINE"), told(rooms, elsewhere));
            assertEquals(states(Map.of(), false), entries(rooms));
        }
    }

    private static OptionalLong nik(int serial) {
        return OptionalLong.of(9203011205809000L + serial);
    }

    /** One programme, all of whose people are sent. */
    private static RegisterRooms sent(Register register) {
        Database.empty(register);
        RegisterRooms rooms = new RegisterRooms(
                register,
                List.of(
                        Programmes.of("9203/tani")
                                .start("2025-01")
                                .months(12)
                                .overlapAllowed()
                                .build(),
                        Programmes.of("9203/nelayan")
                                .start("2025-01")
                                .months(12)
                                .overlapAllowed()
                                .build(),
                        Programmes.of("7111/tani").build()));
        List<Worker> people =
                IntStream.rangeClosed(1, PEOPLE).mapToObj(RegisterRooms::person).toList();
        rooms.drop("9203/tani", SENT, people);
        rooms.enrol("9203/tani", SENT);
        markSent(rooms);
        return rooms;
    }

    private static void markSent(RegisterRooms rooms) {
        rooms.enrolments.listUnsent().forEach(batch -> {
            rooms.enrolments.markPublishing(batch, "0".repeat(64));
            rooms.enrolments.markSent(batch);
        });
    }

    private static List<List<Said>> pieces(List<Said> said, Random random) {
        List<List<Said>> pieces = new ArrayList<>();
        int from = 0;
        while (from < said.size()) {
            int to = from + 1 + random.nextInt(said.size() - from);
            pieces.add(said.subList(from, to));
            from = to;
        }
        return pieces;
    }

    private static List<String> settle(RegisterRooms rooms, List<Said> file) {
        List<AnswerRow> rows = new ArrayList<>();
        file.forEach(one -> rows.add(one.row(rows.size() + 1)));
        return told(rooms, settled(rooms, BRANCH, rows));
    }

    private static AnswerFile settled(RegisterRooms rooms, String branch, List<AnswerRow> rows) {
        AnswerShelf shelf = new AnswerShelf(rooms.register);
        AnswerFile file = new AnswerLog(rooms.register)
                .receive(new AnswerLog.Arrived(
                        Optional.of(branch),
                        "jawaban.csv",
                        branch + "/jawaban.csv",
                        String.format("%064x", System.nanoTime()),
                        100,
                        Instant.parse("2025-04-01T00:00:00Z"),
                        LocalDate.of(2025, 4, 1),
                        Optional.empty()));
        shelf.put(file, rows);
        AnswerFile settled = shelf.settle(file, List.of(""), rows.size());
        assertEquals(rows.size(), settled.counts().read());
        assertEquals(settled.counts(), balanced(settled.counts()));
        return settled;
    }

    private static AnswerCounts balanced(AnswerCounts counts) {
        long sum = 0;
        for (AnswerOutcome outcome : AnswerOutcome.values()) {
            sum += counts.of(outcome);
        }
        assertEquals(counts.read(), sum);
        return counts;
    }

    private static List<String> told(RegisterRooms rooms, AnswerFile file) {
        List<String> told = new ArrayList<>();
        new AnswerShelf(rooms.register).withLines(file, lines -> {
            lines.forEachRemaining(line -> told.add(line.outcome()
                    + line.reason()
                            .map(AnswerReason::name)
                            .map(name -> " " + name)
                            .orElse("")));
            return true;
        });
        return told;
    }

    private static List<String> states(Map<Integer, Said> answered, boolean ended) {
        List<String> states = new ArrayList<>();
        for (int line = 1; line <= PEOPLE; line++) {
            Said said = answered.get(line);
            if (said == null) {
                states.add(line + (ended ? " ENDED" : " SENT") + " null");
            } else if (said.verdict() == AnswerVerdict.REFUSED) {
                states.add(line + " REFUSED null");
            } else {
                states.add(line + (ended ? " ENDED" : " ACTIVE") + " 1234567890" + said.kpj());
            }
        }
        return states;
    }

    private static List<String> entries(RegisterRooms rooms) {
        return rooms.sql.query("""
                select l.line_no, e.state, e.kpj from entry e join batch_line l on l.row_id = e.row_id
                order by l.batch_id, l.line_no""", (row, i) -> row.getInt(1) + " " + row.getString(2) + " " + row.getString(3));
    }
}
