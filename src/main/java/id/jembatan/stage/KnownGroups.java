package id.jembatan.stage;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Standing;
import id.jembatan.domain.Worker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Three passes in NIK order, merged: the drop's rows whose NIK the drop or the register has more than once, the live
 * entries of those NIKs, and the reviews that are open for them. Only one NIK is held at a time, and of its rows none.
 */
final class KnownGroups implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Asked in the order of the NIKs: then each page of their index is read once, however large the register is. */
    private static final String KNOWN = """
            insert into known_nik (nik)
            select distinct r.nik
            from (select nik, row_id from drop_row where row_id between ? and ? and nik is not null order by nik) r
            where exists (select 1 from drop_row o where o.nik = r.nik and o.row_id <> r.row_id)""";

    /** Of a row that has no outcome yet: neither by an earlier decision of a person nor because it only repeats. */
    static final String UNDECIDED = "not exists (select 1 from row_outcome u where u.row_id = r.row_id)";

    private static final String ROWS = "select r.row_id, r.sheet, r.row_no, " + WorkerColumns.listed("r")
            + " from known_nik k join drop_row r on r.nik = k.nik and r.row_id between ? and ?";

    private static final String STANDINGS =
            "select e.row_id, e.programme_no, e.state, " + WorkerColumns.listed("d") + """
             from known_nik k
            join drop_row f on f.nik = k.nik
            join entry e on e.row_id = f.row_id and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')
            join drop_row d on d.row_id = e.data_row_id
            order by k.nik, e.row_id""";

    private static final String REVIEWS = """
            select v.nik from known_nik k join review v on v.nik = k.nik and v.regency = ? and v.closed = false
            order by v.nik""";

    private static final String OWNERS = """
            select v.nik, v.match_key, v.birth_date from nik_verdict v
            where v.regency = ? and v.is_owner = true and v.superseded_by is null
                and exists (select 1 from known_nik k where k.nik = v.nik)
            order by v.nik""";

    private final ProgrammeNumbers programmes;
    private final Map<Integer, ProgrammeKey> keys = new HashMap<>();
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final ResultSet rows;
    private final ResultSet entries;
    private final ResultSet reviews;
    private final ResultSet verdicts;
    private boolean moreRows;
    private boolean moreEntries;
    private boolean moreReviews;
    private boolean moreVerdicts;
    private long nik;
    private boolean reviewOpen;
    private Decisions.FirstRow firstRow = new Decisions.FirstRow(0, 0, 0);
    private final List<Standing> standings = new ArrayList<>();
    private final Set<Fingerprint> owners = new HashSet<>();

    /**
     * Over the rows of one drop.
     *
     * @param denied whether rows of it were judged by an earlier decision already: they are left out
     * @param repeated whether rows of it are UNCHANGED already: so are their NIKs
     */
    KnownGroups(
            Register register,
            ProgrammeNumbers programmes,
            RegencyCode regency,
            long first,
            long last,
            boolean denied,
            boolean repeated) {
        this.programmes = programmes;
        register.client().sql("delete from known_nik").update();
        register.client()
                .sql(KNOWN + (repeated ? " and " + UNDECIDED : ""))
                .params(first, last)
                .update();
        Connection connection = DataSourceUtils.getConnection(register.dataSource());
        try {
            PreparedStatement ofRows =
                    prepare(connection, ROWS + (denied ? " where " + UNDECIDED : "") + " order by r.nik, r.row_id");
            ofRows.setLong(1, first);
            ofRows.setLong(2, last);
            rows = ofRows.executeQuery();
            entries = prepare(connection, STANDINGS).executeQuery();
            PreparedStatement ofReviews = prepare(connection, REVIEWS);
            ofReviews.setString(1, regency.value());
            reviews = ofReviews.executeQuery();
            PreparedStatement ofOwners = prepare(connection, OWNERS);
            ofOwners.setString(1, regency.value());
            verdicts = ofOwners.executeQuery();
            moreRows = rows.next();
            moreEntries = entries.next();
            moreReviews = reviews.next();
            moreVerdicts = verdicts.next();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_A_TIME);
        statements.add(statement);
        return statement;
    }

    /** Goes to the next NIK. */
    boolean next() {
        if (!moreRows) {
            return false;
        }
        try {
            nik = rows.getLong("nik");
            firstRow = new Decisions.FirstRow(rows.getLong(1), rows.getInt(2), rows.getInt(3));
            gatherStandings();
            while (moreReviews && reviews.getLong(1) < nik) {
                moreReviews = reviews.next();
            }
            reviewOpen = moreReviews && reviews.getLong(1) == nik;
            gatherOwners();
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void gatherStandings() throws SQLException {
        standings.clear();
        while (moreEntries && entries.getLong("nik") < nik) {
            moreEntries = entries.next();
        }
        while (moreEntries && entries.getLong("nik") == nik) {
            standings.add(new Standing(
                    entries.getLong(1),
                    keyOf(entries.getInt(2)),
                    EntryState.valueOf(entries.getString(3)),
                    WorkerColumns.get(entries, 4)));
            moreEntries = entries.next();
        }
    }

    /** Asked once: the numbers themselves are not kept while a transaction runs. */
    private ProgrammeKey keyOf(int number) {
        return keys.computeIfAbsent(number, programmes::keyOf);
    }

    private void gatherOwners() throws SQLException {
        owners.clear();
        while (moreVerdicts && verdicts.getLong(1) <= nik) {
            if (verdicts.getLong(1) == nik) {
                owners.add(new Fingerprint(
                        verdicts.getString(2), Optional.ofNullable(verdicts.getObject(3, LocalDate.class))));
            }
            moreVerdicts = verdicts.next();
        }
    }

    /** Who was decided to own the NIK. */
    Set<Fingerprint> owners() {
        return Set.copyOf(owners);
    }

    NationalId nik() {
        return new NationalId(nik);
    }

    Decisions.FirstRow firstRow() {
        return firstRow;
    }

    List<Standing> standings() {
        return List.copyOf(standings);
    }

    boolean reviewOpen() {
        return reviewOpen;
    }

    /** The group's rows in file order; to be called once for each group. */
    void forEachRow(Consumer<Worker> action) {
        try {
            while (moreRows && rows.getLong("nik") == nik) {
                action.accept(WorkerColumns.get(rows, 4));
                moreRows = rows.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : statements) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    private static UncategorizedSQLException failed(SQLException e) {
        return new UncategorizedSQLException("reading what the register knows of a drop", null, e);
    }
}
