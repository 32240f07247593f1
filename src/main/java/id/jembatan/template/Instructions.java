package id.jembatan.template;

import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Group;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet that explains: steps, each column with two invented people as examples, the findings that come most often. The
 * people stand in columns, one under each other's field: so no row is a header, and the sheet is never read as a list.
 * No cells are merged: the library writes merged ones in another order each time.
 */
final class Instructions {

    private static final int[] WIDTHS = {24, 12, 60, 48, 26};
    private static final int STEPS = 6;
    private static final int POINTS_A_LINE = 15;

    /** Of a column's width in letters: words do not fill their line. */
    private static final int SPARE = 6;

    private final Messages messages;
    private final Offer offer;
    private int row;

    Instructions(Messages messages, Offer offer) {
        this.messages = messages;
        this.offer = offer;
    }

    void write(Worksheet sheet) throws IOException {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        heading(sheet, messages.get("template.title"));
        line(
                sheet,
                offer.programme().name() + ", " + offer.regency().name() + " ("
                        + offer.regency().code() + ")");
        row++;
        for (int step = 1; step <= STEPS; step++) {
            line(sheet, step + ". " + messages.get("template.step." + step));
        }
        row++;
        writeColumns(sheet);
        row++;
        writeFindings(sheet);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.finish();
    }

    private void writeColumns(Worksheet sheet) {
        heading(
                sheet,
                messages.get("template.column"),
                messages.get("template.required"),
                messages.get("template.how"),
                messages.get("template.example", 1),
                messages.get("template.example", 2));
        for (Field field : offer.columns()) {
            texts(
                    sheet,
                    offer.header(field),
                    messages.get(offer.isRequired(field) ? "template.required.yes" : "template.required.no"),
                    messages.get("template.how." + field.key()),
                    example(field, 1),
                    example(field, 2));
        }
    }

    private String example(Field field, int person) {
        List<String> choices = offer.choices(field);
        return switch (field) {
            case NIK -> offer.regency().code() + (person == 1 ? "01" + "120580" + "9001" : "01" + "431192" + "9002");
            case FAMILY_CARD ->
                offer.regency().code() + (person == 1 ? "01" + "150709" + "9003" : "01" + "200110" + "9004");
            case SEX -> person == 1 ? "L" : "P";
            default ->
                choices.isEmpty()
                        ? messages.get("template.example" + person + "." + field.key())
                        : choices.get(Math.min(person, choices.size()) - 1);
        };
    }

    private void writeFindings(Worksheet sheet) {
        heading(
                sheet,
                messages.get("template.finding"),
                "",
                messages.get("template.finding.means"),
                messages.get("template.finding.action"));
        for (FindingCode code : explained()) {
            texts(sheet, code.name(), "", messages.get("finding." + code), messages.action(code));
        }
    }

    private List<FindingCode> explained() {
        List<FindingCode> codes = new ArrayList<>(List.of(
                FindingCode.NIK_MISSING,
                FindingCode.NIK_SCIENTIFIC,
                FindingCode.NIK_ROUNDED,
                FindingCode.NIK_LENGTH,
                FindingCode.NIK_DATE,
                FindingCode.NIK_BIRTH_DATE,
                FindingCode.BIRTH_DATE_UNREADABLE,
                FindingCode.AGE_BELOW,
                FindingCode.AGE_ABOVE,
                FindingCode.FIELD_MISSING));
        if (offer.programme().segment() == Segment.PU) {
            codes.add(FindingCode.WAGE_MISSING);
        }
        if (offer.programme().group() == Group.VULNERABLE) {
            codes.add(FindingCode.OCCUPATION_NOT_ELIGIBLE);
        }
        return codes;
    }

    private void heading(Worksheet sheet, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            sheet.value(row, column, texts[column]);
            sheet.style(row, column).bold().fillColor("E7E6E6").set();
        }
        row++;
    }

    private void line(Worksheet sheet, String text) {
        sheet.value(row, 0, text);
        row++;
    }

    private void texts(Worksheet sheet, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            sheet.value(row, column, texts[column]);
            sheet.style(row, column)
                    .format("@")
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
        }
        sheet.rowHeight(row, POINTS_A_LINE * lines(texts));
        row++;
    }

    /** How many lines the texts take in their columns; not every program finds out by itself how high a row has to be. */
    private static int lines(String... texts) {
        int most = 1;
        for (int column = 0; column < texts.length; column++) {
            most = Math.max(most, 1 + texts[column].length() / (WIDTHS[column] - SPARE));
        }
        return most;
    }
}
