package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Unanswered;
import id.jembatan.intake.LeftAlone;
import id.jembatan.report.Masked;
import id.jembatan.stage.Leavers;
import id.jembatan.stage.PurgeShelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One thing that needs a person: {@code status} names it, and the console shows it to whom it concerns.
 *
 * @param text as {@code status} says it, beginning with its kind
 * @param regency whose it is; empty where it is the operator's alone
 * @param programme whose it is; empty where it is not a programme's
 * @param receipt of the drop that it is about
 * @param facts what a sentence about it names, in its order
 */
public record Attention(
        String kind,
        String text,
        Optional<RegencyCode> regency,
        Optional<ProgrammeKey> programme,
        OptionalLong receipt,
        List<String> facts) {

    public Attention {
        facts = List.copyOf(facts);
    }

    private static Attention ofRegency(String kind, RegencyCode regency, long count) {
        return new Attention(
                kind,
                kind + " " + regency + ": " + count,
                Optional.of(regency),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(Long.toString(count)));
    }

    private static Attention ofProgramme(String kind, String text, ProgrammeKey programme, Object... facts) {
        return new Attention(
                kind,
                text,
                Optional.of(programme.regency()),
                Optional.of(programme),
                OptionalLong.empty(),
                List.of(facts).stream().map(Object::toString).toList());
    }

    /** Of the house itself; its text is its only fact. */
    private static Attention ofHouse(String kind, String text) {
        int mark = text.indexOf(' ');
        return new Attention(
                kind,
                text,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(mark < 0 ? "" : text.substring(mark + 1)));
    }

    private static Attention ofDrop(LoggedDrop drop) {
        return new Attention(
                "PARKED",
                "PARKED " + drop.receipt().id()
                        + drop.receipt().programme().map(key -> " " + key).orElse(""),
                drop.receipt().regency(),
                drop.receipt().programme(),
                OptionalLong.of(drop.receipt().number()),
                List.of(drop.receipt().id().value()));
    }

    /** Everything that needs a person now. */
    public static List<Attention> listAll(House house) throws IOException {
        return listAll(house, house.silence().listUnanswered());
    }

    /** The same, for who knows already which batches wait for an answer. */
    static List<Attention> listAll(House house, List<Unanswered> unanswered) throws IOException {
        List<Attention> all = new ArrayList<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            long reviews = house.status().countOpenReviews(regency.code().value());
            if (reviews > 0) {
                all.add(ofRegency("REVIEW", regency.code(), reviews));
            }
            long cases = house.status().countOpenCases(regency.code().value());
            if (cases > 0) {
                all.add(ofRegency("CASE", regency.code(), cases));
            }
        }
        house.status()
                .countElsewhere(house.rules().agreements().listProgrammes().stream()
                        .map(Programme::key)
                        .collect(Collectors.toSet()))
                .forEach((programme, people) -> all.add(ofProgramme(
                        "NO_AGREEMENT", "NO_AGREEMENT " + programme + ": " + people, programme, people, programme)));
        new Leavers(house.register())
                .listProposed()
                .forEach(open -> all.add(ofProgramme(
                        "LEAVERS",
                        "LEAVERS " + open.programme() + " " + open.drop() + ": " + open.people(),
                        open.programme(),
                        open.people(),
                        open.drop())));
        all.addAll(listParked(house));
        all.addAll(listSilent(house, unanswered));
        house.answers().countToDecide().forEach((id, rows) -> all.add(ofHouse("ANSWER", "ANSWER " + id + ": " + rows)));
        for (StoredBatch batch : house.listHeldBatches()) {
            all.add(ofProgramme("HELD", "HELD " + batch.number(), batch.programme(), batch.number(), batch.people()));
        }
        LeftAlone.in(house.settings().intakeFolder())
                .forEach(name -> all.add(ofHouse("LEFT_ALONE", "LEFT_ALONE " + Masked.text(name))));
        LeftAlone.in(house.workspace().answer())
                .forEach(name -> all.add(ofHouse("LEFT_ALONE", "LEFT_ALONE answer/" + Masked.text(name))));
        new PurgeShelf(house.register())
                .listUnfinished()
                .forEach(purge -> all.add(ofHouse("PURGE", "PURGE " + purge.id())));
        new HouseHealth(house).reasons().forEach(reason -> all.add(ofHouse(kindOf(reason), reason)));
        return all;
    }

    /** Drops and answer files that a fault stopped. */
    static List<Attention> listParked(House house) {
        List<Attention> all = new ArrayList<>();
        house.log().listParked().forEach(drop -> all.add(ofDrop(drop)));
        house.answers().listParked().forEach(file -> all.add(ofHouse("PARKED_ANSWER", "PARKED answer " + file.id())));
        return all;
    }

    /** Batches that wait for their branch, and those for which it is to be called. */
    static List<Attention> listSilent(House house) {
        return listSilent(house, house.silence().listUnanswered());
    }

    private static List<Attention> listSilent(House house, List<Unanswered> unanswered) {
        List<Attention> all = new ArrayList<>();
        long callAfter = house.settings().number("jembatan.answers.call-after");
        for (Unanswered silent : unanswered) {
            long days = silent.days(house.today(silent.programme().regency()));
            if (days > 0) {
                all.add(ofProgramme(
                        "UNANSWERED",
                        "UNANSWERED " + silent.batch() + ": " + silent.lines() + ", " + days,
                        silent.programme(),
                        silent.batch(),
                        silent.lines(),
                        days));
            }
            if (days >= callAfter) {
                all.add(ofProgramme(
                        "CALL",
                        "CALL " + silent.branch() + ": " + silent.batch() + ", " + silent.lines() + ", " + days,
                        silent.programme(),
                        silent.branch(),
                        silent.batch(),
                        days));
            }
        }
        return all;
    }

    private static String kindOf(String reason) {
        int mark = reason.indexOf(' ');
        return mark < 0 ? reason : reason.substring(0, mark);
    }

    @Override
    public String toString() {
        return text;
    }
}
