package id.jembatan.domain;

import java.util.List;

/**
 * Why a file was refused whole.
 *
 * @param details what the sentence names; no personal data
 */
public record Refusal(FindingCode code, List<String> details) {

    public Refusal {
        details = List.copyOf(details);
    }
}
