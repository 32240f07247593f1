package id.jembatan.report;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.IuranRow;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Protection;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code iuran.csv}: everybody of a month's contribution list, a line each, then what is corrected of earlier months. */
public final class IuranCsv implements AutoCloseable {

    public static final String FILE = "iuran.csv";

    private final Messages messages;
    private final Writer out;
    private int number;
    private BigDecimal sum = BigDecimal.ZERO;

    public IuranCsv(Path file, Messages messages) throws IOException {
        this.messages = messages;
        this.out = Files.newBufferedWriter(file);
        CsvText.writeLine(
                out, "NO", "NIK", "NAMA", "REF", "BULAN", "STATUS", "UPAH", "JKK", "JKM", "JHT", "JP", "IURAN");
    }

    /**
     * Adds a line.
     *
     * @param amount what is to be paid for it; negative when it is taken back
     */
    public void add(IuranRow row, Contribution amount) throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(++number),
                row.worker().nik().digits(),
                row.worker().name(),
                row.ref(),
                row.month().toString(),
                messages.get("report.iuran.status." + row.kind()),
                plain(row.base())));
        for (Protection protection : Protection.values()) {
            cells.add(plain(amount.part(protection)));
        }
        cells.add(plain(amount.total()));
        CsvText.writeLine(out, cells.toArray(String[]::new));
        sum = sum.add(amount.total());
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What all lines add up to. */
    public BigDecimal sum() {
        return sum;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
