package id.jembatan.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a picture as a table, for {@code table.html}: a name and its cells in each line. */
final class Sheet {

    private final List<String> heads;
    private final List<Map<String, Object>> lines = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param heads over the names and over each cell
     */
    Sheet(List<String> heads) {
        this.heads = List.copyOf(heads);
    }

    Sheet line(String name, String... cells) {
        return linked(name, "", cells);
    }

    /** The same with an address behind the name; "" for none. */
    Sheet linked(String name, String link, String... cells) {
        if (cells.length != heads.size() - 1) {
            throw new IllegalArgumentException("expected " + (heads.size() - 1) + " cells, found " + cells.length);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("link", link);
        line.put("cells", List.of(cells));
        lines.add(line);
        return this;
    }

    /** What the template shows. */
    Map<String, Object> shown(String title) {
        return Map.of("title", title, "heads", heads, "lines", lines);
    }
}
