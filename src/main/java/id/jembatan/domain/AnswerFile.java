package id.jembatan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A branch's answer file as the register knows it.
 *
 * @param number orders all answer files, from 1
 * @param id names its folder beside the branch
 * @param branch empty outside every branch's folder
 * @param file its name without folders
 * @param sourcePath where it lay, relative to {@code answer/}
 * @param sheets the names of its sheets by index
 * @param rules the archived rules that it was received under; empty where none were kept
 */
public record AnswerFile(
        long number,
        DropId id,
        Optional<String> branch,
        String file,
        String sourcePath,
        String sha256,
        long bytes,
        Instant receivedAt,
        LocalDate day,
        Step step,
        Optional<Refusal> refusal,
        List<String> sheets,
        AnswerCounts counts,
        Optional<String> rules) {

    /** How far it has come. */
    public enum Step {
        /** Archived and logged. */
        RECEIVED,
        /** Every row became something; or the file is refused. */
        SETTLED,
        /** The branch's receipt is out. */
        ANSWERED,
        /** A fault stopped it; it lies in {@code parked/}. */
        PARKED
    }

    public boolean isRefused() {
        return refusal.isPresent();
    }

    /** The number only: a file's name may hold a person. */
    @Override
    public String toString() {
        return "answer " + number + " (" + id + ")";
    }
}
