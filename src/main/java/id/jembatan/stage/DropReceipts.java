package id.jembatan.stage;

import id.jembatan.domain.Arrival;
import id.jembatan.domain.DropId;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How drops come into the log: each file that lies in the archive gets a receipt number, and its source is gone afterwards. */
public final class DropReceipts {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final DropSteps steps;

    DropReceipts(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
        this.steps = new DropSteps(register);
    }

    /** Logs a file that lies safely in the archive, and gives it its receipt number. */
    public Receipt receive(
            Optional<RegencyCode> regency,
            Optional<ProgrammeKey> programme,
            String file,
            String sourcePath,
            String sha256,
            long bytes,
            Instant receivedAt,
            LocalDate day) {
        return receive(List.of(new Arrival(
                        regency,
                        programme,
                        file,
                        sourcePath,
                        sha256,
                        bytes,
                        receivedAt,
                        day,
                        Optional.empty(),
                        Optional.empty())))
                .get(0);
    }

    /** Logs files that came together: all of them, with receipt numbers one after the other, or none. */
    public List<Receipt> receive(List<Arrival> arrivals) {
        return receive(arrivals, Optional.empty(), Map.of());
    }

    /**
     * Logs at once what is to be judged again of an earlier drop and lies in the archive of that day: the drop itself, or
     * what was found in it.
     *
     * @param by who asks for it
     */
    public List<Receipt> receiveAgain(Receipt was, List<Arrival> arrivals, String by) {
        return receive(arrivals, Optional.of(was), Map.of("retryOf", was.number(), "by", by));
    }

    private List<Receipt> receive(List<Arrival> arrivals, Optional<Receipt> was, Map<String, Object> why) {
        return register.inTransaction(() -> {
            List<Receipt> receipts = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                OptionalLong firstOfList = receipts.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(receipts.get(0).number());
                receipts.add(add(arrival, firstOfList, was, why));
            }
            return receipts;
        });
    }

    private Receipt add(Arrival arrival, OptionalLong firstOfList, Optional<Receipt> was, Map<String, Object> why) {
        Receipt receipt = receiptOf(register.next("receipt"), arrival);
        OptionalLong retryOf = was.isPresent() ? OptionalLong.of(was.get().number()) : OptionalLong.empty();
        insert(receipt, arrival, was.isPresent(), retryOf, firstOfList);
        Map<String, Object> facts = facts(receipt, arrival);
        firstOfList.ifPresent(first -> facts.put("list", first));
        facts.putAll(why);
        journal.add("received", facts);
        arrival.refusal().ifPresent(refusal -> refuse(receipt.number(), refusal));
        return receipt;
    }

    static Receipt receiptOf(long number, Arrival arrival) {
        return new Receipt(
                number,
                DropId.of(arrival.day(), arrival.sha256()),
                arrival.regency(),
                arrival.programme(),
                arrival.file(),
                arrival.sha256(),
                arrival.bytes(),
                arrival.receivedAt(),
                arrival.day(),
                Optional.empty(),
                arrival.leavers());
    }

    /** Inside a transaction that holds the receipt counter. */
    void insert(
            Receipt receipt, Arrival arrival, boolean sourceRemoved, OptionalLong retryOf, OptionalLong firstOfList) {
        register.client()
                .sql("""
                        insert into drop_log (receipt, drop_id, regency, programme_no, file_name, source_path,
                            source_removed, sha256, bytes, received_at, business_day, step, zip_sha256, retry_of,
                            leavers, list_no, rules)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?, ?, ?)""")
                .params(
                        receipt.number(),
                        receipt.id().value(),
                        arrival.regency().map(RegencyCode::value).orElse(null),
                        arrival.programme().map(programmes::numberOf).orElse(null),
                        arrival.file(),
                        arrival.sourcePath(),
                        sourceRemoved,
                        arrival.sha256(),
                        arrival.bytes(),
                        arrival.receivedAt().atOffset(ZoneOffset.UTC),
                        arrival.day(),
                        arrival.zip().orElse(null),
                        retryOf.isPresent() ? retryOf.getAsLong() : null,
                        arrival.leavers(),
                        firstOfList.orElse(receipt.number()),
                        arrival.rules().orElse(null))
                .update();
    }

    private static Map<String, Object> facts(Receipt receipt, Arrival arrival) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receipt", receipt.number());
        facts.put("drop", receipt.id().value());
        receipt.regency().ifPresent(code -> facts.put("regency", code.value()));
        receipt.programme().ifPresent(key -> facts.put("programme", key.id()));
        facts.put("file", receipt.file());
        facts.put("source", arrival.sourcePath());
        arrival.zip().ifPresent(zip -> facts.put("zip", zip));
        facts.put("sha256", receipt.sha256());
        facts.put("bytes", receipt.bytes());
        if (receipt.leavers()) {
            facts.put("leavers", true);
        }
        facts.put("receivedAt", receipt.receivedAt().toString());
        facts.put("day", receipt.day().toString());
        arrival.rules().ifPresent(rules -> facts.put("rules", rules));
        return facts;
    }

    /** Nothing of the file enters. */
    void refuse(long receipt, Refusal refusal) {
        if (steps.refuse(receipt, refusal)) {
            journal.add(
                    "refused",
                    Map.of(
                            "receipt", receipt,
                            "code", refusal.code().name(),
                            "details", refusal.details()));
        }
    }

    /** The hash of the ZIP that a drop came in. */
    public Optional<String> findZip(long receipt) {
        return register.client()
                .sql("select zip_sha256 from drop_log where receipt = ? and zip_sha256 is not null")
                .param(receipt)
                .query(String.class)
                .optional();
    }

    /**
     * Receipts of the file whose source may still lie at that path, because a kill came between logging and removing;
     * of a ZIP, those of all its entries.
     */
    public List<Long> listSourceLeft(String sourcePath, String sha256) {
        return register.client()
                .sql("""
                        select receipt from drop_log
                        where source_removed = false and source_path = ? and coalesce(zip_sha256, sha256) = ?
                        order by receipt""")
                .params(sourcePath, sha256)
                .query(Long.class)
                .list();
    }

    /** Every receipt whose source may still lie somewhere, and where. */
    public Map<Long, String> listSourcesLeft() {
        Map<Long, String> left = new LinkedHashMap<>();
        register.client()
                .sql("select receipt, source_path from drop_log where source_removed = false order by receipt")
                .query(row -> {
                    left.put(row.getLong(1), row.getString(2));
                });
        return left;
    }

    /** From now on files of these bytes at those paths are other drops. */
    public void markSourcesRemoved(Collection<Long> receipts) {
        register.runInTransaction(() -> receipts.forEach(receipt -> {
            if (steps.removeSource(receipt)) {
                journal.add("source-removed", Map.of("receipt", receipt));
            }
        }));
    }
}
