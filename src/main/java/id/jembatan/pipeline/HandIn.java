package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.intake.StandingStill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Puts a file that somebody sent into a programme's folder, whole at once: from there on it is a file like any other, taken
 * and judged by the same rules.
 */
public final class HandIn {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern BEGINNING = Pattern.compile("^[.~$\\s]+");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\.(tmp|part|crdownload|filepart)$", Pattern.CASE_INSENSITIVE);
    private static final String NAMELESS = "kiriman";
    private static final String LEAVERS = "berhenti";

    /** As much as every file system takes, with a number behind it. */
    private static final int LONGEST = 180;

    private final House house;

    public HandIn(House house) {
        this.house = house;
    }

    /**
     * Takes the file from where it lies.
     *
     * @param leavers whether it is a list of people who leave
     * @return the name that it has now
     */
    public synchronized String put(Programme programme, boolean leavers, WebUpload upload) throws IOException {
        Regency regency = house.rules().agreements().getRegency(programme.key().regency());
        Path own = house.settings()
                .intakeFolder()
                .resolve(regency.folder())
                .resolve(programme.key().id());
        Path folder = leavers ? own.resolve(LEAVERS) : own;
        Durable.makeFolders(folder);
        Path file = free(folder, nameOf(upload.name()));
        Durable.closeForOthers(upload.content());
        try {
            Durable.publishFile(upload.content(), file);
        } catch (AtomicMoveNotSupportedException elsewhere) { // drop/ is another disk
            Path beside = folder.resolve("." + UUID.randomUUID() + ".part");
            Durable.makeFile(beside);
            Files.copy(upload.content(), beside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Durable.publishFile(beside, file);
        }
        return file.getFileName().toString();
    }

    /** A name in that very folder which intake does not leave alone, as near as may be to what the browser says. */
    static String nameOf(String told) {
        String last = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
        String name = UNPRINTABLE.matcher(last).replaceAll("").replace('\uFFFD', '_');
        name = BEGINNING.matcher(name).replaceAll("").strip();
        while (UNFINISHED.matcher(name).find()) {
            name = UNFINISHED.matcher(name).replaceAll("");
        }
        if (name.isEmpty()) {
            return NAMELESS;
        }
        while (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            name = name.substring(name.offsetByCodePoints(0, 1));
        }
        return StandingStill.isUnfinishedName(name) ? NAMELESS : name;
    }

    /** What lies there under that name has not been read yet: it is never replaced. */
    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name);
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        String kind = dot < 1 ? "" : name.substring(dot);
        for (int number = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); number++) {
            file = folder.resolve(stem + " (" + number + ")" + kind);
        }
        return file;
    }
}
