package id.jembatan.console;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.StoredBatch;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.BatchDesk;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kirim & jawaban: batches, what the branch has answered, what is paid. */
final class SentPage implements Page {

    private static final int AT_A_TIME = 30;

    private final House house;
    private final Messages messages;
    private final BatchDesk desk;
    private final View view;
    private final Figures figures;
    private final IuranPages iuran;

    SentPage(House house, View view, Figures figures) {
        this.house = house;
        this.messages = house.messages();
        this.desk = new BatchDesk(house);
        this.view = view;
        this.figures = figures;
        this.iuran = new IuranPages(house, view, figures);
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (visit.request().isChanging()) {
            return Optional.empty();
        }
        if (visit.path(1).equals("iuran")) {
            return iuran.answer(visit);
        }
        if (!visit.isOfLength(1)) {
            return Optional.empty();
        }
        String before = visit.request().query().getOrDefault("before", "");
        List<BatchDesk.Sent> sent = desk.listLatest(
                visit.account(),
                before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
                AT_A_TIME + 1);
        List<BatchDesk.Sent> shown = sent.subList(0, Math.min(AT_A_TIME, sent.size()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("batches", shown.stream().map(this::line).toList());
        values.put(
                "older",
                sent.size() > AT_A_TIME
                        ? Long.toString(shown.get(AT_A_TIME - 1).batch().id())
                        : "");
        values.put("iuran", before.isEmpty() ? iuran.latest(visit.account()) : List.of());
        return Optional.of(WebAnswer.page(200, view.page("sent", visit, values)));
    }

    private Map<String, String> line(BatchDesk.Sent sent) {
        StoredBatch batch = sent.batch();
        Map<String, String> line = new LinkedHashMap<>();
        line.put("number", batch.number());
        line.put("kind", messages.get("console.sent.kind." + batch.kind()));
        line.put(
                "programme",
                house.rules()
                        .agreements()
                        .findProgramme(batch.programme())
                        .map(Programme::name)
                        .orElse(batch.programme().toString()));
        line.put("day", figures.day(batch.day()));
        line.put("people", figures.count(batch.people()));
        line.put("monthly", figures.rupiah(batch.monthly().total()));
        line.put("total", figures.rupiah(batch.total()));
        line.put("state", messages.get("console.batch." + batch.state()));
        line.put("answer", answer(sent));
        line.put(
                "paid",
                batch.kind() == Batch.Kind.RESEND
                        ? ""
                        : sent.paid().map(figures::day).orElseGet(() -> messages.get("console.sent.unpaid")));
        return line;
    }

    /** Only lines of new people are answered. */
    private String answer(BatchDesk.Sent sent) {
        if (sent.silent() > 0) {
            return messages.get("console.sent.silent", figures.count(sent.silent()), figures.count(sent.days()));
        }
        boolean answered = sent.batch().kind() == Batch.Kind.NEW && sent.batch().state() == StoredBatch.State.SENT;
        return answered ? messages.get("console.sent.answered") : "";
    }
}
