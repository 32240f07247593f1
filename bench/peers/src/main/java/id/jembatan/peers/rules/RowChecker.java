package id.jembatan.peers.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tidies and checks one row. */
public final class RowChecker {

    private static final int YOUNGEST = 18;
    private static final int OLDEST = 65;

    private final Niks niks;
    private final LocalDate today;

    private RowChecker(Niks niks, LocalDate today) {
        this.niks = niks;
        this.today = today;
    }

    /** @param regions with a line {@code code,level,…} for each area */
    public static RowChecker load(Path regions, LocalDate today) throws IOException {
        try (Stream<String> lines = Files.lines(regions)) {
            Set<String> regencies = lines.map(line -> line.split(",", 3))
                    .filter(area -> area[1].equals("regency"))
                    .map(area -> area[0])
                    .collect(Collectors.toSet());
            return new RowChecker(new Niks(regencies, today), today);
        }
    }

    public CheckedRow check(ListedRow listed) {
        String nik = Niks.clean(Texts.tidy(listed.nik()));
        String nikFault = niks.fault(nik, Texts.tidy(listed.familyCard()));
        long number = nikFault.isEmpty() ? Long.parseLong(nik) : 0;
        String written = Texts.tidy(listed.birthDate());
        LocalDate birth = BirthDates.read(written, today);
        String birthFault = birthFault(written, birth);
        return new CheckedRow(
                listed.row(),
                number,
                Texts.tidy(listed.name()).toUpperCase(Locale.ROOT),
                Texts.tidy(listed.birthPlace()),
                birth,
                Texts.sex(Texts.tidy(listed.sex()), number),
                Texts.tidy(listed.address()),
                Texts.tidy(listed.village()),
                Texts.tidy(listed.district()),
                Texts.tidy(listed.occupation()),
                Texts.phone(Texts.tidy(listed.phone())),
                Texts.tidy(listed.motherName()),
                nikFault.isEmpty() || birthFault.isEmpty() ? nikFault + birthFault : nikFault + ";" + birthFault);
    }

    private String birthFault(String written, LocalDate birth) {
        if (written.isEmpty()) {
            return "BIRTH_DATE_MISSING";
        }
        if (birth == null) {
            return "BIRTH_DATE_UNREADABLE";
        }
        if (birth.isAfter(today)) {
            return "BIRTH_DATE_FUTURE";
        }
        int age = Period.between(birth, today).getYears();
        if (age < YOUNGEST) {
            return "AGE_BELOW";
        }
        return age > OLDEST ? "AGE_ABOVE" : "";
    }
}
