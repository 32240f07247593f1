package id.jembatan;

import id.jembatan.demo.InventedPeople;
import id.jembatan.demo.InventedPerson;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A list of invented people, some typed wrong; the office knows for each what is right. */
final class OfficeList {

    static final List<String> HEADERS =
            List.of("NO", "NIK", "NAMA LENGKAP", "TGL LAHIR", "L/P", "PEKERJAAN", "UKURAN SEPATU");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final InventedPeople PEOPLE = InventedPeople.of(new RegencyCode("9203"), 11);
    private static final AtomicLong NEXT = new AtomicLong();

    /** What can be wrong with a row; {@link #SHARED_NIK} with two. */
    enum Mistake {
        NONE,
        NO_NIK,
        FIFTEEN_DIGITS,
        LETTER_O,
        SCIENTIFIC,
        ROUNDED,
        FILLER,
        SERIAL,
        AREA,
        NIK_DATE,
        NO_NAME,
        DIGIT_IN_NAME,
        NO_BIRTH_DATE,
        UNREADABLE_DATE,
        FUTURE,
        TOO_OLD,
        TOO_YOUNG,
        NOT_WORKING,
        SHIFTED,
        SHARED_NIK
    }

    /**
     * One line of the list.
     *
     * @param no what the office calls it
     * @param typed as it stands there
     * @param right as it should
     * @param twin who shares the NIK; "" = nobody
     */
    record Line(String no, Mistake mistake, List<String> typed, List<String> right, String twin) {

        boolean isWrong() {
            return mistake != Mistake.NONE;
        }
    }

    private final Map<String, Line> lines = new HashMap<>();
    private final List<Line> inOrder = new ArrayList<>();

    OfficeList(List<Mistake> mistakes) {
        mistakes.forEach(this::add);
    }

    /** Types another person. */
    List<Line> add(Mistake mistake) {
        InventedPerson person = PEOPLE.get(NEXT.getAndIncrement());
        int before = inOrder.size();
        if (mistake == Mistake.SHARED_NIK) {
            InventedPerson other = PEOPLE.get(NEXT.getAndIncrement());
            while (!areClearlyDifferent(person, other)) {
                other = PEOPLE.get(NEXT.getAndIncrement());
            }
            String no = person.ordinal() + "";
            String otherNo = other.ordinal() + "";
            List<String> typed = new ArrayList<>(right(other));
            typed.set(1, person.nik().digits());
            put(new Line(no, mistake, right(person), right(person), otherNo));
            put(new Line(otherNo, mistake, typed, right(other), no));
        } else {
            put(new Line(person.ordinal() + "", mistake, typed(person, mistake), right(person), ""));
        }
        return List.copyOf(inOrder.subList(before, inOrder.size()));
    }

    private void put(Line line) {
        inOrder.add(line);
        lines.put(line.no(), line);
    }

    List<Line> lines() {
        return inOrder;
    }

    Line line(String no) {
        Line line = lines.get(no);
        if (line == null) {
            throw new AssertionError("the office has no line " + no);
        }
        return line;
    }

    byte[] asText() {
        return (String.join(";", HEADERS) + "\r\n"
                        + inOrder.stream()
                                .map(line -> String.join(";", line.typed()) + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] asWorkbook() throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(HEADERS));
        inOrder.forEach(line -> rows.add(line.typed()));
        return WorkbookWriting.ofTexts(List.of(new WorkbookReading.Sheet("Daftar", rows)));
    }

    private static List<String> right(InventedPerson person) {
        return List.of(
                person.ordinal() + "",
                person.nik().digits(),
                person.name(),
                person.birthDate().format(DAY_FIRST),
                person.sex().letter(),
                "Petani",
                "3" + person.ordinal() % 10);
    }

    private static List<String> typed(InventedPerson person, Mistake mistake) {
        List<String> cells = new ArrayList<>(right(person));
        String nik = person.nik().digits();
        switch (mistake) {
            case NO_NIK -> cells.set(1, "-");
            case FIFTEEN_DIGITS -> cells.set(1, nik.substring(0, 15));
            case LETTER_O -> cells.set(1, "92O" + nik.substring(3));
            case SCIENTIFIC -> cells.set(1, "9.20301E+15");
            case ROUNDED -> cells.set(1, nik.substring(0, 15) + "0.0");
            case FILLER -> cells.set(1, "1234567890123456");
            case SERIAL -> cells.set(1, nik.substring(0, 12) + "0000");
            case AREA -> cells.set(1, "0001" + nik.substring(4));
            case NIK_DATE -> cells.set(1, nik.substring(0, 6) + "391350" + nik.substring(12));
            case NO_NAME -> cells.set(2, "");
            case DIGIT_IN_NAME -> cells.set(2, "BUD1");
            case NO_BIRTH_DATE -> cells.set(3, "");
            case UNREADABLE_DATE -> cells.set(3, "31-02-1980");
            case FUTURE -> cells.set(3, LocalDate.of(2031, 5, 4).format(DAY_FIRST));
            case TOO_OLD -> cells.set(3, "04-05-1931");
            case TOO_YOUNG -> cells.set(3, "04-05-2015");
            case NOT_WORKING -> cells.set(5, "Pelajar");
            case SHIFTED -> cells.add(1, "");
            case NONE, SHARED_NIK -> {}
        }
        return List.copyOf(cells);
    }

    private static boolean areClearlyDifferent(InventedPerson one, InventedPerson other) {
        return one.name().charAt(0) != other.name().charAt(0)
                && Collections.disjoint(words(one), words(other))
                && !one.birthDate().equals(other.birthDate());
    }

    private static Set<String> words(InventedPerson person) {
        return new HashSet<>(List.of(person.name().split(" ", -1)));
    }
}
