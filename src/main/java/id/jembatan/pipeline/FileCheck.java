package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges one file as against an empty register and without places (SPEC section 10, check): dropped into a home of its
 * own in the system's folder for temporary files, on the very way of every drop, and gone afterwards.
 */
public final class FileCheck {

    /** What nobody will go on with need not survive a power cut. */
    private static final String REGISTER =
            ";WRITE_DELAY=500;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768";

    private final ProgrammeKey programme;
    private final Path routes;

    /** To check files for the programme. */
    public FileCheck(ProgrammeKey programme, Path routes) {
        this.programme = programme;
        this.routes = routes;
    }

    /**
     * What became of the file, or of one entry of a ZIP.
     *
     * @param summary as {@code summary.json} says it
     * @param receipt as {@code tanda-terima.html} says it, in plain text
     */
    public record Checked(LoggedDrop drop, String summary, String receipt) {

        /** Whether it came in a ZIP: then there may be several, and a script gets a list even of one. */
        public boolean isOfZip() {
            return drop.receipt().file().contains("!/");
        }
    }

    /** The settings that take the place of the user's own in a temporary home. */
    public static Map<String, String> settingsIn(Path home) {
        return Map.of(
                "jembatan.home",
                home.toString(),
                "jembatan.intake.folder",
                "",
                "jembatan.db.url",
                "",
                "jembatan.db.h2",
                REGISTER);
    }

    /** Makes a temporary home for the owner only. */
    public static Path makeHome() throws IOException {
        return Files.createTempDirectory("jembatan-check-");
    }

    /**
     * Judges the file.
     *
     * @param settings of a temporary home
     * @param reply where the whole reply is copied to, a folder that does not exist yet or is empty; of a ZIP, into a
     *     folder for each entry
     * @return one, or one for each entry of a ZIP; none when a fault stopped it
     */
    public List<Checked> check(Settings settings, Path file, Optional<Path> reply) throws Exception {
        try (House house = House.openForTrial(settings, programme);
                Service service = Service.start(house, routes)) {
            service.receive(lay(house, file));
            List<Checked> checked = new ArrayList<>();
            if (!service.workUntilAllAnswered()) {
                return checked;
            }
            for (LoggedDrop drop : house.log().listAfter(0)) {
                if (drop.step() != LoggedDrop.Step.REPLIED) {
                    return List.of();
                }
                checked.add(read(house, service, drop));
            }
            if (reply.isPresent()) {
                copy(house, checked, reply.get());
            }
            return checked;
        }
    }

    private Path lay(House house, Path file) throws IOException {
        Regency regency = house.rules().agreements().getRegency(programme.regency());
        Programme found = house.rules().agreements().getProgramme(programme);
        Path copy = house.workspace().drop(regency, found).resolve(file.getFileName());
        Files.copy(file, copy);
        return copy;
    }

    private static Checked read(House house, Service service, LoggedDrop drop) throws IOException {
        LoggedDrop told = drop.firstReceipt().isPresent()
                ? house.getDrop(drop.firstReceipt().getAsLong())
                : drop;
        return new Checked(
                drop,
                Summary.layout().writeValueAsString(ReportDrop.summary(house.rules(), house.messages(), drop, told)),
                service.beans().reports().inText(drop));
    }

    private static Path replyOf(House house, LoggedDrop drop) {
        return house.workspace()
                .replies(
                        drop.receipt().regency().flatMap(house.rules().agreements()::findRegency),
                        drop.receipt().programme().flatMap(house.rules().agreements()::findProgramme))
                .resolve(drop.receipt().id().value());
    }

    private static void copy(House house, List<Checked> checked, Path to) throws IOException {
        for (Checked each : checked) {
            Path folder = each.isOfZip() ? to.resolve(each.drop().receipt().id().value()) : to;
            Durable.makeFolders(folder);
            for (Path file : list(replyOf(house, each.drop()))) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
