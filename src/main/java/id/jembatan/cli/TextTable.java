package id.jembatan.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table for people: columns as wide as they must be, numbers to the right. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintWriter out) {
        print(out, UnaryOperator.identity());
    }

    /** The header line is printed as {@code heading} gives it. */
    void print(PrintWriter out, UnaryOperator<String> heading) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        UnaryOperator<String> style = heading;
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                String pad = " ".repeat(widths[i] - cell.length());
                line.append(i == 0 ? "" : "  ").append(isNumber(i) ? pad + cell : cell + pad);
            }
            out.println(style.apply(line.toString().stripTrailing()));
            style = UnaryOperator.identity();
        }
        out.flush();
    }

    /** A column of numbers: every filled cell below the header begins with a digit, {@code Rp} or a dash. */
    private boolean isNumber(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).map(row -> row.get(column)).allMatch(cell -> cell.matches("(Rp )?[0-9.,-]*"));
    }
}
