package id.jembatan.template;

import id.jembatan.disk.TimelessZip;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The empty workbook of a programme: a sheet to fill in, every cell a text so that no spreadsheet rounds a NIK or turns a
 * date, with lists to choose from; a sheet of instructions, which is no table and is never read; and a hidden sheet that
 * holds the lists. The same programme gives the same bytes.
 */
public final class ProgrammeTemplate {

    private static final int LAST_ROW = 1_048_575;
    private static final String TEXT = "@";
    private static final String REQUIRED = "FFD966";
    private static final String OFFERED = "E7E6E6";

    private final Messages messages;

    public ProgrammeTemplate(Messages messages) {
        this.messages = messages;
    }

    /** Writes the workbook; beside it there is for a moment one more file. */
    public void write(Path file, Offer offer) throws IOException {
        Path timed = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(timed));
                    Workbook book = new Workbook(out, "Jembatan", null)) {
                Worksheet people = book.newWorksheet(messages.get("template.sheet.people"));
                Worksheet help = book.newWorksheet(messages.get("template.sheet.help"));
                Worksheet lists = book.newWorksheet(messages.get("template.sheet.lists"));
                lists.setVisibilityState(VisibilityState.HIDDEN);
                writePeople(people, lists, offer);
                new Instructions(messages, offer).write(help);
                lists.finish();
            }
            TimelessZip.copy(timed, file);
        } finally {
            Files.deleteIfExists(timed);
        }
    }

    private void writePeople(Worksheet people, Worksheet lists, Offer offer) throws IOException {
        int column = 0;
        for (Field field : offer.columns()) {
            String header = offer.header(field);
            people.style(column).format(TEXT).set();
            people.width(column, Math.max(width(field), header.length() + 3));
            people.value(0, column, header);
            people.style(0, column)
                    .format(TEXT)
                    .bold()
                    .fillColor(offer.isRequired(field) ? REQUIRED : OFFERED)
                    .set();
            offerChoices(people.range(1, column, LAST_ROW, column), lists, column, field, offer);
            column++;
        }
        people.freezePane(0, 1);
        people.pageOrientation("landscape");
        people.fitToWidth((short) 1);
        people.fitToHeight((short) 0);
        people.finish();
    }

    private void offerChoices(Range cells, Worksheet lists, int column, Field field, Offer offer) {
        List<String> choices = offer.choices(field);
        if (choices.isEmpty()) {
            return;
        }
        for (int row = 0; row < choices.size(); row++) {
            lists.value(row, column, choices.get(row));
        }
        // only L and P are all that there is; another village or occupation may be right, and is judged when it comes
        cells.validateWithList(lists.range(0, column, choices.size() - 1, column))
                .showErrorMessage(true)
                .errorStyle(field == Field.SEX ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
                .errorTitle(offer.header(field))
                .error(messages.get("template.choose"));
    }

    private static int width(Field field) {
        return switch (field) {
            case NIK, FAMILY_CARD, BIRTH_PLACE, PHONE, DISTRICT, VILLAGE, OCCUPATION, POSITION -> 20;
            case NAME, ADDRESS, MOTHER_NAME, EMPLOYER, BIRTH_PLACE_DATE -> 32;
            default -> 16;
        };
    }
}
