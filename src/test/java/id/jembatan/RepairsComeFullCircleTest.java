package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.OfficeList.Line;
import id.jembatan.OfficeList.Mistake;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Lists go out with mistakes, come back as {@code perbaikan.xlsx}, are repaired wholly, in part or not at all, and come in
 * again (SPEC section 7). The office's own knowledge says what must come out; the product is asked through real routes.
 */
class RepairsComeFullCircleTest {

    private static final String REF = "JEMBATAN_REF";
    private static final String NOTE = "CATATAN JEMBATAN";
    private static Path folder = Path.of("target");
    private static RepairHome home;

    @BeforeContainer
    static void open() throws Exception {
        folder = Files.createTempDirectory("perbaikan-");
        home = new RepairHome(folder);
    }

    @AfterContainer
    static void close() throws IOException {
        home.close();
        id.jembatan.disk.Durable.removeAll(folder);
    }

    /** What the office does with a row that came back. */
    enum Deed {
        REPAIR,
        LEAVE,
        DELETE
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void whoeverIsRepairedComesInAndNothingIsLeft(@ForAll("mistakes") List<Mistake> mistakes, @ForAll boolean workbook)
            throws Exception {
        OfficeList list = new OfficeList(mistakes);
        RepairHome.Answer first = dropped(list, workbook);
        Map<String, List<String>> waiting = waiting(first);

        RepairHome.Answer second = home.drop("perbaikan.xlsx", repaired(list, waiting, Set.copyOf(waiting.keySet())));

        assertEquals(wrong(list), waiting.keySet(), "what came back");
        assertEquals(
                waiting.size(), second.count("/rows/accepted"), second.rows().toString());
        assertList(second, waiting.size(), 0, 0, 0);
        assertEquals(List.of(), second.repair());
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void whatIsNotRepairedComesBackAsItWas(@ForAll("mistakes") List<Mistake> mistakes, @ForAll boolean workbook)
            throws Exception {
        RepairHome.Answer first = dropped(new OfficeList(mistakes), workbook);
        List<WorkbookReading.Sheet> sent = first.repair();

        RepairHome.Answer second = home.drop("perbaikan.xlsx", WorkbookWriting.ofTexts(sent));

        assertList(second, 0, waiting(first).size(), 0, waiting(first).size());
        assertEquals(withoutOurs(sent), withoutOurs(second.repair()));
        assertEquals(codesOf(first), codesOf(second));
        List<String> notes = waiting(second).values().stream()
                .map(cells -> cells.get(OfficeList.HEADERS.size()))
                .toList();
        assertTrue(notes.stream().allMatch(note -> note.startsWith("MASIH SALAH: ")), notes.toString());
    }

    /** Deeds in turn, rows new to the list among them, until the office has nothing left to do. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void inSeveralRoundsTheTallyAgreesWithTheOffice(
            @ForAll("mistakes") List<Mistake> mistakes,
            @ForAll @Size(min = 1, max = 3) List<@Size(20) List<Deed>> rounds,
            @ForAll @Size(max = 3) List<Mistake> further)
            throws Exception {
        OfficeList list = new OfficeList(mistakes);
        Map<String, List<String>> inHand = waiting(dropped(list, true));
        Map<String, List<String>> aside = new LinkedHashMap<>();
        List<Mistake> fresh = new ArrayList<>(further);
        Map<String, Integer> firstSentIn = new HashMap<>();
        int round = 0;
        for (List<Deed> deeds : rounds) {
            int number = ++round;
            Map<Deed, Set<String>> done = deal(inHand.keySet(), deeds);
            Map<String, List<String>> sent = new LinkedHashMap<>(inHand);
            sent.keySet().removeAll(done.get(Deed.DELETE));
            if (sent.isEmpty()) {
                continue;
            }
            List<Line> added = fresh.isEmpty() ? List.of() : list.add(fresh.remove(0));
            added.forEach(line -> sent.put(line.no(), line.typed()));
            added.forEach(line -> firstSentIn.put(line.no(), number));
            Set<String> repaired = settledBy(list, done.get(Deed.REPAIR));
            done.get(Deed.DELETE).forEach(no -> aside.put(no, inHand.get(no)));
            aside.keySet().removeAll(repaired);

            RepairHome.Answer answer = home.drop("perbaikan.xlsx", repaired(list, sent, done.get(Deed.REPAIR)));

            Map<String, List<String>> back = waiting(answer);
            Set<String> stillWrong = new LinkedHashSet<>(sent.keySet());
            stillWrong.removeAll(repaired);
            stillWrong.removeIf(no -> !list.line(no).isWrong());
            assertEquals(stillWrong, back.keySet());
            long newWrong = added.stream().filter(Line::isWrong).count();
            Set<Integer> lists = new HashSet<>();
            sent.keySet().forEach(no -> lists.add(firstSentIn.getOrDefault(no, 0)));
            lists.remove(number);
            long left = Stream.concat(stillWrong.stream(), aside.keySet().stream())
                    .filter(no -> lists.contains(firstSentIn.getOrDefault(no, 0)))
                    .count();
            assertList(
                    answer,
                    sent.size() - added.size() - (stillWrong.size() - newWrong),
                    stillWrong.size() - newWrong,
                    added.size(),
                    left);
            inHand.clear();
            inHand.putAll(back);
        }
        inHand.putAll(aside);
        if (!inHand.isEmpty()) {
            RepairHome.Answer last = home.drop("perbaikan.xlsx", repaired(list, inHand, inHand.keySet()));

            assertEquals(
                    inHand.size(), last.count("/rows/accepted"), last.rows().toString());
            assertList(last, inHand.size(), 0, 0, 0);
        }
    }

    /** Lists as offices write them, in every format that is read. */
    @Property(tries = 13, shrinking = ShrinkingMode.OFF)
    void everyOfficesListComesBackWithTheSameErrors(@ForAll OfficeStyle office, @ForAll @IntRange(max = 999) int seed)
            throws Exception {
        Path file = folder.resolve("work/office-list");
        InventedLists.write(
                file,
                office,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                1_000L + seed * 200L,
                150,
                Faults.usual(),
                3);
        RepairHome.Answer first = home.drop("daftar", Files.readAllBytes(file));
        Files.delete(file);

        RepairHome.Answer second =
                home.drop("perbaikan.xlsx", Files.readAllBytes(first.folder().resolve("perbaikan.xlsx")));

        assertEquals(errorsOf(first), errorsOf(second));
        assertEquals(second.count("/rows/read"), second.count("/list/stillWrong"));
        assertEquals(second.count("/rows/read"), second.count("/list/left"));
        assertTrue(second.receipt().contains("Masih salah"));
    }

    private static RepairHome.Answer dropped(OfficeList list, boolean workbook) throws Exception {
        return workbook ? home.drop("daftar.xlsx", list.asWorkbook()) : home.drop("daftar.csv", list.asText());
    }

    private static Set<String> wrong(OfficeList list) {
        return list.lines().stream().filter(Line::isWrong).map(Line::no).collect(Collectors.toSet());
    }

    /** The rows of perbaikan.xlsx by what the office calls them. */
    private static Map<String, List<String>> waiting(RepairHome.Answer answer) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (WorkbookReading.Sheet sheet : answer.repair()) {
            sheet.rows().stream().skip(1).forEach(row -> rows.put(row.get(0), row));
        }
        return rows;
    }

    /** A workbook of those rows, in which some are typed as they should be. */
    private static byte[] repaired(OfficeList list, Map<String, List<String>> rows, Set<String> repaired)
            throws IOException {
        List<String> headers = new ArrayList<>(OfficeList.HEADERS);
        headers.add(NOTE);
        headers.add(REF);
        List<List<String>> all = new ArrayList<>(List.of(headers));
        rows.forEach((no, cells) -> {
            List<String> typed = new ArrayList<>(cells);
            if (repaired.contains(no)) {
                typed = new ArrayList<>(list.line(no).right());
                typed.addAll(cells.subList(typed.size(), headers.size()));
            }
            all.add(typed);
        });
        return WorkbookWriting.ofTexts(List.of(new WorkbookReading.Sheet("Perbaikan", all)));
    }

    private static Map<Deed, Set<String>> deal(Set<String> rows, List<Deed> deeds) {
        Map<Deed, Set<String>> done = new TreeMap<>();
        for (Deed deed : Deed.values()) {
            done.put(deed, new LinkedHashSet<>());
        }
        int i = 0;
        for (String row : rows) {
            done.get(deeds.get(i++ % deeds.size())).add(row);
        }
        return done;
    }

    /** Two who share a NIK wait for the one whose it is not: with him in his own, nothing is left to decide about it. */
    private static Set<String> settledBy(OfficeList list, Set<String> repaired) {
        Set<String> settled = new LinkedHashSet<>();
        for (String no : repaired) {
            Line line = list.line(no);
            if (line.twin().isEmpty()) {
                settled.add(no);
            } else if (!line.typed().equals(line.right())) {
                settled.addAll(List.of(no, line.twin()));
            }
        }
        return settled;
    }

    private static void assertList(RepairHome.Answer answer, long repaired, long stillWrong, long fresh, long left)
            throws IOException {
        assertEquals(
                "{\"repaired\":%d,\"stillWrong\":%d,\"new\":%d,\"left\":%d}"
                        .formatted(repaired, stillWrong, fresh, left),
                answer.summary().get("list").toString());
    }

    private static List<List<String>> withoutOurs(List<WorkbookReading.Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    cells.remove(OfficeList.HEADERS.size());
                    cells.remove(OfficeList.HEADERS.size());
                    return cells;
                })
                .toList();
    }

    /** Of the rows that went back; a lost last digit comes back as a question mark, which is another code. */
    private static List<String> codesOf(RepairHome.Answer answer) throws IOException {
        return answer.rows().stream()
                .filter(row -> row.get(2).equals("REJECTED") || row.get(2).equals("REVIEW"))
                .map(row -> row.get(2) + " " + row.get(3).replace("NIK_ROUNDED", "NIK_NOT_DIGITS"))
                .toList();
    }

    /** Warnings may go when a workbook of text cells takes the place of numbers and of other rows' dates. */
    private static List<String> errorsOf(RepairHome.Answer answer) throws IOException {
        return codesOf(answer).stream()
                .map(row -> row.replaceAll("NIK_AS_NUMBER;?|BIRTH_DATE_ORDER_DOUBTFUL;?", "")
                        .replaceAll(";$", ""))
                .toList();
    }

    @Provide
    Arbitrary<List<Mistake>> mistakes() {
        return Arbitraries.of(Mistake.class).list().ofMinSize(2).ofMaxSize(12).filter(mistakes -> mistakes.stream()
                .anyMatch(mistake -> mistake != Mistake.NONE));
    }
}
