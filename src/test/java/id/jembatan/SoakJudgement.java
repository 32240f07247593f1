package id.jembatan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Whether anything but the data grew: the last ten nights are held against the ten before. Memory may be a tenth more at its
 * most, a count two more; register and journal may grow by a quarter more for each row than they did.
 */
final class SoakJudgement {

    private static final int NIGHTS = 10;
    private static final double MEMORY = 1.10;
    private static final double EACH_ROW = 1.25;
    private static final long SOME = 2;

    private final List<SoakFigures> before;
    private final List<SoakFigures> last;
    private final List<String> grown = new ArrayList<>();

    private SoakJudgement(List<SoakFigures> figures) {
        int nights = figures.size();
        this.before = figures.subList(nights - 2 * NIGHTS - 1, nights - NIGHTS);
        this.last = figures.subList(nights - NIGHTS - 1, nights);
    }

    /** What grew, in words; of fewer than 21 nights nothing can be said. */
    static List<String> of(List<SoakFigures> figures) {
        if (figures.size() <= 2 * NIGHTS) {
            return List.of("too few nights: " + figures.size() + ", expected more than " + 2 * NIGHTS);
        }
        SoakJudgement judgement = new SoakJudgement(figures);
        judgement.holds("heap", SoakFigures::heap, MEMORY, 0);
        judgement.holds("resident memory", SoakFigures::resident, MEMORY, 0);
        judgement.holds("threads", SoakFigures::threads, 1, SOME);
        judgement.holds("open files", SoakFigures::handles, 1, SOME);
        judgement.holds("files in work/", SoakFigures::work, 1, SOME);
        judgement.growsWithRows("register", SoakFigures::register);
        judgement.growsWithRows("journal", SoakFigures::journal);
        return judgement.grown;
    }

    private void holds(String what, ToLongFunction<SoakFigures> figure, double times, long more) {
        long most = most(before, figure);
        long found = most(last.subList(1, last.size()), figure);
        if (found > most * times + more) {
            grown.add(what + ": at most " + most + " in the ten nights before, " + found + " in the last ten");
        }
    }

    private static long most(List<SoakFigures> nights, ToLongFunction<SoakFigures> figure) {
        return nights.stream().mapToLong(figure).max().orElseThrow();
    }

    private void growsWithRows(String what, ToLongFunction<SoakFigures> figure) {
        double then = perRow(before, figure);
        double now = perRow(last, figure);
        if (now > then * EACH_ROW) {
            grown.add(String.format(
                    Locale.ROOT,
                    "%s: %.0f bytes a row in the ten nights before, %.0f in the last ten",
                    what,
                    then,
                    now));
        }
    }

    private static double perRow(List<SoakFigures> nights, ToLongFunction<SoakFigures> figure) {
        SoakFigures first = nights.get(0);
        SoakFigures end = nights.get(nights.size() - 1);
        return (double) (figure.applyAsLong(end) - figure.applyAsLong(first)) / (end.rows() - first.rows());
    }
}
