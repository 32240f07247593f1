package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.RowShelf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads one drop: a first pass finds its tables, a second one judges and stages its rows chunk by chunk. Interrupted, it
 * begins anew.
 */
public final class ReadDrop {

    private static final String SURVEYED = "surveyedDrop";
    private static final String RECEIPT = "receipt";
    private static final int ENOUGH_TO_TELL = 20;

    private final Workspace workspace;
    private final RuleSets rules;
    private final DropReader reader;
    private final DropLog log;
    private final RowShelf rows;
    private final Map<Long, ReadingProgress> inHand = new ConcurrentHashMap<>();

    ReadDrop(Workspace workspace, RuleSets rules, DropReader reader, DropLog log, RowShelf rows) {
        this.workspace = workspace;
        this.rules = rules;
        this.reader = reader;
        this.log = log;
        this.rows = rows;
    }

    /**
     * Begins: the same bytes taken before change nothing, whatever else could be said of them, unless somebody asked to
     * judge them again; if another node still reads them, this drop is left for a later pass; everything else is surveyed.
     *
     * @return the drop's chunks; none when there is nothing to read
     * @throws DropRefused when the file cannot be taken
     */
    public Iterator<Chunk> begin(@Body long number, Exchange exchange) {
        LoggedDrop logged = log.get(number);
        Receipt receipt = logged.receipt();
        RuleSet own = rules.of(logged);
        Optional<Programme> programme = receipt.programme().flatMap(own.book().agreements()::findProgramme);
        boolean practice = programme.filter(Programme::practice).isPresent();
        if (!practice && log.findRetried(number).isEmpty()) {
            if (log.due().hasEarlierTwinUnread(receipt)) {
                return Collections.emptyIterator();
            }
            boolean full = programme.filter(LoggedTogether::isOfFullLists).isPresent();
            if (full && log.due().hasEarlierListUnsettled(logged)) {
                return Collections.emptyIterator();
            }
            Optional<LoggedDrop> first = log.findTakenBefore(receipt);
            if (first.isPresent()
                    && programme
                            .filter(known -> !LoggedTogether.isSeen(logged, first.get(), known, log))
                            .isEmpty()) {
                log.markSeen(number, first.get().receipt().number());
                return Collections.emptyIterator();
            }
        }
        SurveyedDrop drop = survey(receipt, programme, own);
        log.leases().requireHeld(number);
        rows.clear(number);
        exchange.setProperty(SURVEYED, drop);
        inHand.put(number, new ReadingProgress(drop.survey().rows()));
        return drop.chunks();
    }

    private SurveyedDrop survey(Receipt receipt, Optional<Programme> programme, RuleSet own) {
        if (programme.isEmpty()) {
            throw new DropRefused(FindingCode.FILE_NO_PROGRAMME);
        }
        if (!programme.get().isOpenOn(receipt.day())) {
            throw new DropRefused(FindingCode.FILE_PROGRAMME_INACTIVE);
        }
        return SurveyedDrop.survey(reader, workspace, receipt, programme.get(), receipt.day(), own);
    }

    /** Judges and stages one chunk. */
    ChunkTally judge(
            @Body Chunk chunk, @ExchangeProperty(RECEIPT) long number, @ExchangeProperty(SURVEYED) SurveyedDrop drop) {
        ChunkTally tally = new ChunkTally();
        List<JudgedRow> judged = judge(chunk, drop, tally);
        log.leases().requireHeld(number);
        rows.put(number, judged);
        ReadingProgress progress = inHand.get(number);
        if (progress != null) {
            progress.add(judged.size());
        }
        return tally;
    }

    private static List<JudgedRow> judge(Chunk chunk, SurveyedDrop drop, ChunkTally tally) {
        RowJudge judge = drop.judgeOf(chunk);
        List<JudgedRow> judged = new ArrayList<>(chunk.rows().size());
        long position = chunk.firstPosition();
        String sheet = chunk.sheet().sheet().name();
        for (RawRow row : chunk.rows()) {
            judged.add(judge.judge(position++, row, sheet, tally));
        }
        return judged;
    }

    /** What judging a whole drop counts, when nothing of it is to be stored. */
    static ChunkTally judgeAll(Iterator<Chunk> chunks, SurveyedDrop drop) {
        ChunkTally all = new ChunkTally();
        while (chunks.hasNext()) {
            judge(chunks.next(), drop, all);
        }
        return all;
    }

    /** How far this process is with reading it; empty when it does not. */
    Optional<ReadingProgress> findProgress(long number) {
        return Optional.ofNullable(inHand.get(number));
    }

    /** Ends: the whole drop is judged, and refused after all when over half of its NIKs are damaged. */
    public void finish(
            @Body @Nullable Object counted,
            @ExchangeProperty(RECEIPT) long number,
            @ExchangeProperty(SURVEYED) @Nullable SurveyedDrop drop) {
        inHand.remove(number);
        if (drop == null) {
            return;
        }
        ChunkTally tally = counted instanceof ChunkTally sum ? sum : new ChunkTally();
        if (tally.rows() != drop.survey().rows()) {
            throw new IllegalStateException(
                    "control total: expected " + drop.survey().rows() + " judged rows, found " + tally.rows());
        }
        if (tally.rows() >= ENOUGH_TO_TELL
                && tally.faultyNiks() * 2 > tally.rows()
                && !drop.survey().isRepaired()) {
            log.leases().requireHeld(number);
            rows.clear(number);
            throw new DropRefused(
                    FindingCode.FILE_NIK_DAMAGED,
                    "rows",
                    Long.toString(tally.faultyNiks()),
                    Long.toString(tally.rows()));
        }
        log.markRead(number, drop.sheetNames(), drop.reading(tally));
    }
}
