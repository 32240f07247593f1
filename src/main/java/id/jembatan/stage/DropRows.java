package id.jembatan.stage;

import id.jembatan.domain.DropId;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Places;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A row of the log as a drop. */
final class DropRows {

    static final String COLUMNS = """
            receipt, regency, programme_no, file_name, source_path, sha256, bytes, received_at, business_day,
            step, status, refusal_code, refusal_details, first_receipt, sheets, reading, outcomes, places,
            repair, leavers, list_no, proposed, rules,
            coalesce((select f.drop_id from drop_log f where f.receipt = drop_log.first_receipt), drop_id) as drop_id,
            (select f.received_at from drop_log f where f.receipt = drop_log.first_receipt) as first_received_at,
            (select o.leavers from drop_log o where o.drop_id = drop_log.drop_id
                and o.programme_no = drop_log.programme_no
                order by o.receipt fetch first 1 rows only) as leavers_first""";

    /** Behind the id, where the same bytes came on one day as a list of people and as one of leavers. */
    private static final String SECOND = "-2";

    private final ProgrammeNumbers programmes;

    DropRows(Register register) {
        this(new ProgrammeNumbers(register));
    }

    DropRows(ProgrammeNumbers programmes) {
        this.programmes = programmes;
    }

    LoggedDrop toDrop(ResultSet row, int index) throws SQLException {
        int programme = row.getInt("programme_no");
        Optional<ProgrammeKey> key = row.wasNull() ? Optional.empty() : Optional.of(programmes.keyOf(programme));
        Receipt receipt = new Receipt(
                row.getLong("receipt"),
                new DropId(row.getString("drop_id")),
                Optional.ofNullable(row.getString("regency")).map(RegencyCode::new),
                key,
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_day", LocalDate.class),
                Optional.ofNullable(row.getObject("first_received_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("leavers"));
        boolean leaversFirst = row.getBoolean("leavers_first");
        boolean second = !row.wasNull() && leaversFirst != receipt.leavers();
        long first = row.getLong("first_receipt");
        return new LoggedDrop(
                receipt,
                second ? receipt.id() + SECOND : receipt.id().value(),
                row.getLong("list_no"),
                row.getString("source_path"),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("status")).map(ReplyStatus::valueOf),
                refusal(row.getString("refusal_code"), row.getString("refusal_details")),
                first == 0 ? OptionalLong.empty() : OptionalLong.of(first),
                Optional.ofNullable(row.getString("sheets"))
                        .map(Json::readTexts)
                        .orElse(List.of()),
                Optional.ofNullable(row.getString("reading"))
                        .map(json -> Json.read(json, DropReading.class))
                        .orElse(DropReading.NONE),
                Optional.ofNullable(row.getString("outcomes"))
                        .map(json -> Json.read(json, RowCounts.class))
                        .orElse(RowCounts.NONE),
                Optional.ofNullable(row.getString("places")).map(json -> Json.read(json, Places.class)),
                Optional.ofNullable(row.getString("repair")).map(json -> Json.read(json, RepairTally.class)),
                Optional.ofNullable(row.getString("rules")),
                proposed(row));
    }

    private static OptionalLong proposed(ResultSet row) throws SQLException {
        long people = row.getLong("proposed");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(people);
    }

    private static Optional<Refusal> refusal(@Nullable String code, @Nullable String details) {
        return code == null || details == null
                ? Optional.empty()
                : Optional.of(new Refusal(FindingCode.valueOf(code), Json.readTexts(details)));
    }
}
