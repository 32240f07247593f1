package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RowId;
import id.jembatan.domain.Worker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who the journal says is purged. A rebuild puts somebody without a name in such a row's place, the same for all rows of one
 * person, so that all that is replayed finds its rows; the purge's own record forgets them again. Records are kept as they
 * are written, two bytes a row, and read when their drop is.
 */
public final class PurgedPeople {

    private final Map<Long, Map<Long, List<String>>> rows = new HashMap<>();
    private final Map<Long, List<String>> answers = new HashMap<>();
    private final Set<Long> goneDrops = new HashSet<>();
    private final Set<Long> goneAnswers = new HashSet<>();
    private final List<String> unfinished = new ArrayList<>();

    /** Takes note of a record of the journal, in its order. */
    public void see(String record) {
        switch (Replay.kindOf(record)) {
            case "purged-rows", "purged-answers" -> unfinished.add(record);
            case "purged" -> {
                unfinished.forEach(this::keep);
                unfinished.clear();
                JsonNode facts = Json.readTree(record);
                goneDrops.addAll(Ranges.list(facts.get("drops").asText()));
                goneAnswers.addAll(Ranges.list(facts.get("answers").asText()));
            }
            default -> {
                // nobody is purged by it
            }
        }
    }

    /** Whether anybody is. */
    public boolean isEmpty() {
        return rows.isEmpty() && goneDrops.isEmpty() && answers.isEmpty() && goneAnswers.isEmpty();
    }

    private void keep(String record) {
        JsonNode facts = Json.readTree(record);
        if (facts.has("receipt")) {
            rows.computeIfAbsent(ReplayedReceipts.receipt(facts), it -> new HashMap<>())
                    .computeIfAbsent(facts.get("purge").asLong(), it -> new ArrayList<>())
                    .add(record);
        } else if (facts.has("at")) {
            answers.computeIfAbsent(facts.get("answer").asLong(), it -> new ArrayList<>())
                    .add(record);
        }
    }

    boolean isGone(long receipt) {
        return goneDrops.contains(receipt);
    }

    boolean isAnswerGone(long answer) {
        return goneAnswers.contains(answer);
    }

    /** The rows of an answer file that is gone, as far as they are known. */
    void forEachRow(long answer, Consumer<List<AnswerRow>> chunks) {
        answers.getOrDefault(answer, List.of()).forEach(record -> chunks.accept(answerRows(Json.readTree(record))));
    }

    private static List<AnswerRow> answerRows(JsonNode facts) {
        Map<Long, AnswerVerdict> verdicts = new HashMap<>();
        facts.get("verdicts").properties().forEach(one -> Ranges.read(
                        one.getValue().asText())
                .forEachRemaining((long position) -> verdicts.put(position, AnswerVerdict.valueOf(one.getKey()))));
        PrimitiveIterator.OfLong positions = Ranges.read(facts.get("rows").asText());
        List<AnswerRow> found = new ArrayList<>();
        facts.get("at")
                .properties()
                .forEach(sheet -> Ranges.read(sheet.getValue().asText()).forEachRemaining((long row) -> {
                    long position = positions.nextLong();
                    found.add(new AnswerRow(
                            position,
                            Integer.parseInt(sheet.getKey()),
                            (int) row,
                            Optional.empty(),
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.ofNullable(verdicts.get(position)),
                            Optional.empty(),
                            "",
                            Optional.empty()));
                }));
        return found;
    }

    /**
     * The people of a drop, those who are purged without a name.
     *
     * @param archive opens the archived file; asked only for people who are not purged
     */
    Replay.People of(LoggedDrop drop, Function<LoggedDrop, Replay.People> archive) {
        long receipt = drop.receipt().number();
        List<Purged> cursors = rows.getOrDefault(receipt, Map.of()).values().stream()
                .map(records -> new Purged(records.iterator()))
                .toList();
        return cursors.isEmpty() && !isGone(receipt)
                ? archive.apply(drop)
                : new Nameless(drop, archive, cursors, isGone(receipt));
    }

    /** The rows of one drop that one purge took, in their order. */
    private static final class Purged {

        private final Iterator<String> records;
        private PrimitiveIterator.OfLong positions = Ranges.read("");
        private final Map<Long, Long> same = new HashMap<>();
        private final Map<Long, BigDecimal> bases = new HashMap<>();
        private long at;

        Purged(Iterator<String> records) {
            this.records = records;
        }

        boolean has(long position) {
            while (at < position && next()) {
                // behind what is asked for
            }
            return at == position;
        }

        private boolean next() {
            while (!positions.hasNext()) {
                if (!records.hasNext()) {
                    return false;
                }
                open(Json.readTree(records.next()));
            }
            at = positions.nextLong();
            return true;
        }

        private void open(JsonNode facts) {
            positions = Ranges.read(facts.get("rows").asText());
            same.clear();
            bases.clear();
            facts.get("same")
                    .properties()
                    .forEach(one -> same.put(
                            Long.parseLong(one.getKey()), one.getValue().asLong()));
            facts.get("bases").properties().forEach(one -> Ranges.read(
                            one.getValue().asText())
                    .forEachRemaining((long position) -> bases.put(position, new BigDecimal(one.getKey()))));
        }

        long firstRow(long receipt, long position) {
            return same.getOrDefault(position, RowId.of(receipt, position));
        }

        Optional<BigDecimal> base(long position) {
            return Optional.ofNullable(bases.get(position));
        }
    }

    private static final class Nameless implements Replay.People {

        private final LoggedDrop drop;
        private final Function<LoggedDrop, Replay.People> archive;
        private final List<Purged> purged;
        private final boolean gone;
        private Replay.@Nullable People others;

        Nameless(LoggedDrop drop, Function<LoggedDrop, Replay.People> archive, List<Purged> purged, boolean gone) {
            this.drop = drop;
            this.archive = archive;
            this.purged = purged;
            this.gone = gone;
        }

        @Override
        public JudgedRow with(JudgedRow known, Outcome outcome) {
            if (outcome == Outcome.REJECTED) {
                return known;
            }
            long receipt = drop.receipt().number();
            for (Purged one : purged) {
                if (one.has(known.position())) {
                    return nameless(
                            known,
                            one.firstRow(receipt, known.position()),
                            known.base().or(() -> one.base(known.position())));
                }
            }
            if (gone) { // practised, or taken back: nobody of it is in the register
                return nameless(known, RowId.of(receipt, known.position()), known.base());
            }
            if (others == null) {
                others = archive.apply(drop);
            }
            return others.with(known, outcome);
        }

        private static JudgedRow nameless(JudgedRow known, long person, Optional<BigDecimal> base) {
            NationalId nik = NationalId.standIn(person);
            return new JudgedRow(
                    known.position(),
                    known.sheet(),
                    known.row(),
                    known.codes(),
                    Optional.of(new Worker(
                            nik,
                            "",
                            "",
                            Optional.empty(),
                            nik.sex(),
                            Optional.empty(),
                            FieldTexts.builder().build())),
                    base,
                    known.repairs(),
                    known.leaving(),
                    Optional.empty());
        }

        @Override
        public void close() {
            if (others != null) {
                others.close();
            }
        }
    }
}
