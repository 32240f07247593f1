package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines around the people: header, numbering row, total and signature, each as cells. */
final class TableText {

    private TableText() {}

    static List<String> header(ListStyle style) {
        return style.columns().stream().map(ListColumn::header).toList();
    }

    static List<String> numbering(ListStyle style) {
        return IntStream.rangeClosed(1, style.columns().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Stands under the names: no digit may stand under NIK or birth date, or the line would be taken for a person. */
    static List<List<String>> trailer(ListStyle style, long people) {
        return Stream.of("JUMLAH " + people + " ORANG", "Mengetahui,", "Kepala Dinas", "( ........................ )")
                .map(text -> under(style, Field.NAME, text))
                .toList();
    }

    private static List<String> under(ListStyle style, Field field, String text) {
        return style.columns().stream()
                .map(column -> column.holds(field) ? text : "")
                .collect(Collectors.toUnmodifiableList());
    }
}
