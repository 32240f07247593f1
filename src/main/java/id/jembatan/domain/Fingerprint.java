package id.jembatan.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By what a decision remembers a person of one NIK: while name and birth date stay the same, nobody is asked again.
 *
 * @param key the match key; where it is empty the name as written, behind an equals sign
 */
public record Fingerprint(String key, Optional<LocalDate> birthDate) {

    public static Fingerprint of(Worker worker) {
        return new Fingerprint(
                worker.matchKey().isEmpty() ? "=" + worker.name() : worker.matchKey(), worker.birthDate());
    }

    /** Nothing: it is a person's. */
    @Override
    public String toString() {
        return "fingerprint";
    }
}
