package id.jembatan.console;

import id.jembatan.domain.Programme;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.HandIn;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.WebAnswer;
import id.jembatan.pipeline.WebRequest;
import id.jembatan.pipeline.WebUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** Another way into a programme's folder: for who has no share. */
final class UploadPage implements Page {

    private final House house;
    private final HandIn handIn;
    private final View view;

    UploadPage(House house, View view) {
        this.house = house;
        this.handIn = new HandIn(house);
        this.view = view;
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws Exception {
        boolean mayDrop = house.rules().agreements().listProgrammes().stream()
                .anyMatch(programme -> visit.account().isDropping(programme.key()));
        if (!visit.isOfLength(1) || !mayDrop) {
            return Optional.empty();
        }
        WebRequest request = visit.request();
        if (!request.isChanging()) {
            return Optional.of(form(200, visit, request.query().getOrDefault("programme", ""), ""));
        }
        Optional<Programme> programme = Choices.find(house, request.field("programme"));
        if (programme.isEmpty()) {
            return Optional.of(form(400, visit, "", "console.upload.which"));
        }
        if (!visit.account().isDropping(programme.get().key())) {
            return Optional.empty();
        }
        Optional<WebUpload> upload = request.upload();
        if (upload.isEmpty()
                || upload.get().name().isBlank()
                || Files.size(upload.get().content()) == 0) {
            return Optional.of(form(400, visit, request.field("programme"), "console.upload.none"));
        }
        return Optional.of(put(visit, programme.get(), upload.get()));
    }

    /** The trail names nobody, and the name of a file may: the journal has it with its receipt. */
    private WebAnswer put(Visit visit, Programme programme, WebUpload upload) throws Exception {
        boolean leavers = visit.request().field("kind").equals("leavers");
        house.audit()
                .around(
                        visit.account().name(),
                        "console upload",
                        Map.of(
                                "programme", programme.key().toString(),
                                "bytes", Files.size(upload.content()),
                                "leavers", leavers),
                        () -> {
                            handIn.put(programme, leavers, upload);
                            return 0;
                        });
        return WebAnswer.seeOther("/drops?said=uploaded&programme=" + programme.key());
    }

    private WebAnswer form(int status, Visit visit, String chosen, String problem) throws IOException {
        return WebAnswer.page(
                status,
                view.page(
                        "upload",
                        visit,
                        Map.of(
                                "regencies",
                                Choices.of(house, visit.account()::isDropping),
                                "chosen",
                                chosen,
                                "problem",
                                problem,
                                "most",
                                new Figures(house.messages())
                                        .size(house.settings().limits().file()))));
    }
}
