package id.jembatan.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that the summary and the receipt page say.
 *
 * @param receipt of this answer; for SEEN the new receipt, its {@code firstReceivedAt} names the old
 * @param refusal only with REFUSED
 * @param regencyName "" for a file outside every regency's folder
 * @param programmeName "" for a file in no programme's folder
 * @param places as they stood when the drop was settled; empty when refused, or in practice
 * @param judgedOtherwise with SEEN: how many rows would be judged otherwise today
 * @param rules the version of the rules that judged
 * @param proposed of a full list: how many people it does not hold
 */
public record Reply(
        Receipt receipt,
        ReplyStatus status,
        Optional<Refusal> refusal,
        String regencyName,
        String programmeName,
        RowCounts rows,
        DropReading reading,
        Optional<Places> places,
        long judgedOtherwise,
        String rules,
        OptionalLong proposed) {

    /** Of what is no full list. */
    public Reply(
            Receipt receipt,
            ReplyStatus status,
            Optional<Refusal> refusal,
            String regencyName,
            String programmeName,
            RowCounts rows,
            DropReading reading,
            Optional<Places> places,
            long judgedOtherwise,
            String rules) {
        this(
                receipt,
                status,
                refusal,
                regencyName,
                programmeName,
                rows,
                reading,
                places,
                judgedOtherwise,
                rules,
                OptionalLong.empty());
    }

    /** The same answer, telling more of what reading and judging found. */
    public Reply telling(DropReading found) {
        return new Reply(
                receipt,
                status,
                refusal,
                regencyName,
                programmeName,
                rows,
                found,
                places,
                judgedOtherwise,
                rules,
                proposed);
    }
}
