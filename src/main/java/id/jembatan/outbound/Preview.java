package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.EnrolmentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A few lines as a profile would write them, for an operator to see a layout before it is used. Who the people are stays
 * hidden: of a NIK the last four digits are shown, of other personal texts the first letter of each word and the form.
 */
public record Preview(String fileName, List<String> headers, List<List<String>> rows) {

    /** What tells who somebody is, by the source's name. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "birthPlace",
            "birthDate",
            "address",
            "rt",
            "rw",
            "phone",
            "motherName",
            "familyCard",
            "kpj",
            "disability",
            "note");

    private static final int SHOWN_DIGITS = 4;

    public Preview {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** The lines as the profile writes them; as many as are given. */
    public static Preview of(Profile profile, Batch batch, List<EnrolmentLine> lines) {
        String group = lines.isEmpty() ? "" : profile.groupOf(lines.get(0).worker());
        return new Preview(
                profile.fileName(batch.number(), 1, group),
                profile.headers(),
                lines.stream().map(line -> row(profile, batch, line)).toList());
    }

    private static List<String> row(Profile profile, Batch batch, EnrolmentLine line) {
        List<String> cells = CellValue.of(profile, batch, line);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            shown.add(shown(profile.columns().get(i).source().name(), cells.get(i)));
        }
        return List.copyOf(shown);
    }

    private static String shown(String source, String cell) {
        if (source.equals("nik")) {
            int hidden = Math.max(0, cell.length() - SHOWN_DIGITS);
            return "*".repeat(hidden) + cell.substring(hidden);
        }
        return PERSONAL.contains(source) ? cell.replaceAll("(?<=[\\p{L}\\p{M}])[\\p{L}\\p{M}]|\\p{N}", "*") : cell;
    }
}
