package id.jembatan.console;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.DropDesk;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReadingProgress;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Berkas: the drops that somebody may see, and each with its causes, its receipt and its downloads. */
final class DropPages implements Page {

    private static final int AT_A_TIME = 30;

    private final House house;
    private final DropDesk desk;
    private final View view;
    private final DropLines lines;
    private final LongFunction<Optional<ReadingProgress>> progress;

    DropPages(House house, View view, Figures figures, LongFunction<Optional<ReadingProgress>> progress) {
        this.house = house;
        this.desk = new DropDesk(house);
        this.view = view;
        this.lines = new DropLines(house, desk, figures);
        this.progress = progress;
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (visit.request().isChanging()) {
            return Optional.empty();
        }
        if (visit.isOfLength(1)) {
            return Optional.of(list(visit));
        }
        Optional<LoggedDrop> drop = visit.path(1).matches("[0-9]{1,18}")
                ? desk.find(visit.account(), Long.parseLong(visit.path(1)))
                : Optional.empty();
        if (drop.isEmpty()) {
            return Optional.empty();
        }
        if (visit.isOfLength(2)) {
            return Optional.of(one(visit, drop.get()));
        }
        if (visit.isOfLength(3) && visit.path(2).equals("progress")) {
            return Optional.of(progress(visit, drop.get()));
        }
        if (visit.isOfLength(4) && visit.path(2).equals("files")) {
            return download(visit, drop.get(), visit.path(3));
        }
        return Optional.empty();
    }

    private WebAnswer list(Visit visit) throws IOException {
        String before = visit.request().query().getOrDefault("before", "");
        String asked = visit.request().query().getOrDefault("programme", "");
        Optional<ProgrammeKey> only = Choices.find(house, asked).map(Programme::key);
        List<LoggedDrop> drops = desk.listLatest(
                visit.account(),
                only,
                before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
                AT_A_TIME + 1);
        List<LoggedDrop> shown = drops.subList(0, Math.min(AT_A_TIME, drops.size()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("drops", shown.stream().map(lines::line).toList());
        values.put(
                "older",
                drops.size() > AT_A_TIME
                        ? Long.toString(shown.get(AT_A_TIME - 1).receipt().number())
                        : "");
        values.put("only", only.map(Object::toString).orElse(""));
        values.put(
                "refresh",
                "/drops?before=" + (before.matches("[0-9]{1,18}") ? before : "")
                        + only.map(key -> "&programme=" + key).orElse(""));
        values.put("programmes", Choices.of(house, visit.account()::isSeeing));
        return WebAnswer.page(200, view.page(visit.request().polling() ? "drops-table" : "drops", visit, values));
    }

    private WebAnswer one(Visit visit, LoggedDrop drop) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("drop", lines.whole(drop));
        values.put("causes", desk.causes(desk.told(drop)));
        values.put("files", lines.files(drop));
        values.put("progress", progressOf(drop));
        return WebAnswer.page(200, view.page("drop", visit, values));
    }

    /** Asked for by the page itself as long as the drop is worked on; then the page is to be loaded anew. */
    private WebAnswer progress(Visit visit, LoggedDrop drop) throws IOException {
        WebAnswer part = WebAnswer.page(
                200, view.page("drop-progress", visit, Map.of("drop", lines.line(drop), "progress", progressOf(drop))));
        return lines.isInWork(drop) ? part : part.with("HX-Refresh", "true");
    }

    private Map<String, Object> progressOf(LoggedDrop drop) {
        return lines.progress(drop, progress.apply(drop.receipt().number()));
    }

    /** Whatever may hold people is noted in the audit trail before it is given out. */
    private Optional<WebAnswer> download(Visit visit, LoggedDrop drop, String name) throws IOException {
        Optional<Path> file = desk.findFile(drop, name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        house.audit()
                .add(
                        visit.now(),
                        visit.account().name(),
                        "console download",
                        Map.of(
                                "drop",
                                drop.receipt().id().value(),
                                "receipt",
                                drop.receipt().number(),
                                "file",
                                DropDesk.masked(name)));
        return Optional.of(Downloads.of(file.get(), name));
    }
}
