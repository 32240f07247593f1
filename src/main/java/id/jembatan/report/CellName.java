package id.jembatan.report;

/** The name of a cell as a spreadsheet shows it. */
final class CellName {

    private CellName() {}

    /**
     * {@code C12}.
     *
     * @param column from 0
     * @param row from 1
     */
    static String of(int column, int row) {
        return column(column) + row;
    }

    /** {@code A} … {@code Z}, {@code AA} … for a column counted from 0. */
    static String column(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.reverse().toString();
    }
}
