package id.jembatan.console;

/** How large a chart is drawn, in its own units, and where on it what stands. */
enum ChartSize {
    LARGE(720, 280, 96, 62, 28),
    SMALL(340, 160, 66, 30, 20);

    private static final int TOP = 16;
    private static final int YEAR_ABOVE_EDGE = 8;

    private final int width;
    private final int height;
    private final int left;
    private final int bottom;
    private final int below;

    /**
     * One size.
     *
     * @param left room for the figures beside the lines
     * @param bottom room for the names of the months
     * @param below how far below the columns these stand
     */
    ChartSize(int width, int height, int left, int bottom, int below) {
        this.width = width;
        this.height = height;
        this.left = left;
        this.bottom = bottom;
        this.below = below;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int left() {
        return left;
    }

    /** Where the names of the months stand. */
    int under() {
        return floor() + below;
    }

    /** Where the years stand. */
    int year() {
        return height - YEAR_ABOVE_EDGE;
    }

    private int floor() {
        return height - bottom;
    }

    /** Where a value lies, when the highest line is of that one. */
    double y(long value, long top) {
        return floor() - (double) value * (floor() - TOP) / top;
    }
}
