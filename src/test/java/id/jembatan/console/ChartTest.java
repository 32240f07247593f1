package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final Figures FIGURES = new Figures(new Messages("id", Map.of()));
    private static final List<YearMonth> TWO = List.of(YearMonth.of(2024, 12), YearMonth.of(2025, 1));

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "5, 1",
        "6, 2",
        "20, 5",
        "50, 10",
        "51, 20",
        "100, 20",
        "10000, 2000",
        "12100, 5000",
        "25000, 5000"
    })
    void atMostFiveRoundStepsReachTheTop(long highest, long step) {
        assertEquals(step, Chart.step(highest));
        assertTrue(step * 5 >= highest);
    }

    @Test
    void columnsThatStandOnEachOtherReachTheirSum() {
        Map<String, Object> drawn = new Chart(FIGURES, ChartSize.LARGE, TWO, true)
                .with(new Chart.Series("s0", "satu", List.of(10L, 0L)))
                .with(new Chart.Series("s1", "dua", List.of(10L, 20L)))
                .drawn("judul");

        assertEquals(
                List.of("s0 117 101", "s1 16 101", "s1 16 202"),
                list(drawn, "bars").stream()
                        .map(bar -> bar.get("kind") + " " + bar.get("y") + " " + bar.get("height"))
                        .toList());
        assertEquals("Desember 2024, satu: 10", list(drawn, "bars").get(0).get("words"));
    }

    @Test
    void theLineLiesAtItsHeightOverEachMonthThatHasOne() {
        Map<String, Object> drawn = new Chart(FIGURES, ChartSize.LARGE, TWO, true)
                .with(new Chart.Series("s0", "satu", List.of(1L, 1L)))
                .withLine("kuota", List.of(OptionalLong.empty(), OptionalLong.of(20)))
                .drawn("judul");

        assertEquals("408,16 720,16", drawn.get("line"));
        assertEquals(
                List.of("0", "5", "10", "15", "20"),
                list(drawn, "grid").stream().map(line -> line.get("label")).toList());
        assertEquals(
                List.of("Des 2024", "Jan 2025"),
                list(drawn, "labels").stream()
                        .map(label -> label.get("text") + " " + label.get("year"))
                        .toList());
    }

    @Test
    void ofManyMonthsEveryThirdIsNamed() {
        List<YearMonth> months = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
                .limit(24)
                .toList();
        Map<String, Object> drawn = new Chart(FIGURES, ChartSize.LARGE, months, true).drawn("judul");

        assertEquals(8, list(drawn, "labels").size());
        assertEquals(true, drawn.get("empty"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> list(Map<String, Object> drawn, String part) {
        return (List<Map<String, String>>) Objects.requireNonNull(drawn.get(part));
    }
}
