package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Places;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowPlace;
import id.jembatan.stage.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The settlement that SQL does against the one that a person could do on paper. */
class SettlementPropertiesTest {

    private static Register h2;
    private static Register postgresql;

    @BeforeContainer
    static void open() {
        h2 = Database.H2.open();
        postgresql = Database.POSTGRESQL.open();
    }

    @AfterContainer
    static void close() {
        h2.close();
        postgresql.close();
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.any();
    }

    @Property(tries = 500)
    void dropsSettleOnH2AsTheContractSays(@ForAll("stories") Story story) {
        settlesAsTheObviousOne(h2, story);
    }

    @Property(tries = 100)
    void dropsSettleOnPostgresqlAsTheContractSays(@ForAll("stories") Story story) {
        settlesAsTheObviousOne(postgresql, story);
    }

    private static void settlesAsTheObviousOne(Register register, Story story) {
        Database.empty(register);
        RegisterRooms rooms = new RegisterRooms(register, story.programmes());
        ObviousSettlement obvious = new ObviousSettlement();
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            Programme programme = story.programmes().get(drop.programme());
            LocalDate day = drop.day(i);
            if (programme.isOpenOn(day)) {
                endOne(rooms, obvious, drop.endedBefore());

                List<Boolean> alike = obvious.lookAlikes(programme, drop.rows());

                LoggedDrop settled = rooms.dropRows(programme.key().toString(), day, drop.judged(programme));

                List<String> expected = obvious.settle(settled.receipt().number(), programme, day, drop.rows());
                assertEquals(expected, rooms.outcomes(settled));
                checkLookAlikes(alike, rooms, settled);
                checkPlaces(obvious, programme, day, settled.places().orElseThrow());
                assertEquals(obvious.entries(), entries(rooms));
                assertEquals(obvious.openReviews(), openReviews(rooms));
            }
        }
    }

    /** In the rows' codes, in the drop's findings, and each with one row of another NIK. */
    private static void checkLookAlikes(List<Boolean> alike, RegisterRooms rooms, LoggedDrop settled) {
        assertEquals(alike, rooms.lookAlikes(settled));
        long count = alike.stream().filter(Boolean::booleanValue).count();
        assertEquals(count, settled.reading().rowsWith(FindingCode.PERSON_LOOKS_ALIKE));
        if (count > 0) {
            RowPlace first = settled.reading()
                    .findings()
                    .get(FindingCode.PERSON_LOOKS_ALIKE)
                    .first();
            assertEquals(alike.indexOf(true) + 2, first.row());
        }
        long receipt = settled.receipt().number();
        assertEquals(
                count,
                rooms.sql.queryForObject(
                        """
                        select count(*) from look_alike a
                        join drop_row r on r.row_id = a.row_id
                        join drop_row o on o.row_id = a.other_row_id
                        where r.row_id between ? and ? and r.nik <> o.nik
                            and (o.row_id between ? and ?
                                or exists (select 1 from entry e where e.row_id = o.row_id))""",
                        Long.class,
                        RowId.first(receipt),
                        RowId.last(receipt),
                        RowId.first(receipt),
                        RowId.last(receipt)));
    }

    private static void endOne(RegisterRooms rooms, ObviousSettlement obvious, int which) {
        List<Long> live = obvious.liveIds();
        obvious.end(which);
        if (which >= 0 && !live.isEmpty()) {
            rooms.sql.update("update entry set state = 'ENDED' where row_id = ?", live.get(which % live.size()));
        }
    }

    private static void checkPlaces(ObviousSettlement obvious, Programme programme, LocalDate day, Places places) {
        assertEquals(obvious.used(programme), places.used());
        assertEquals(obvious.waiting(programme), places.waiting());
        assertEquals(0, obvious.committed(programme, day).compareTo(places.committed()));
    }

    private static List<String> entries(RegisterRooms rooms) {
        return rooms.sql.query(
                """
                select e.row_id, p.regency, p.id, e.state, e.data_row_id, e.base,
                    d.name, d.birth_date, d.sex, d.phone, d.wage,
                    d.family_card, d.birth_place, d.address, d.rt, d.rw, d.village, d.district, d.occupation, d.sector,
                    d.job_position, d.mother_name, d.employer, d.npp, d.kpj, d.start_date, d.disability, d.note
                from entry e
                join programme p on p.no = e.programme_no
                join drop_row d on d.row_id = e.data_row_id
                order by e.row_id""",
                (row, i) -> String.join(
                        "|",
                        row.getString(1),
                        row.getString(2) + "/" + row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6).stripTrailingZeros().toPlainString(),
                        row.getString(7),
                        text(row.getString(8)),
                        text(row.getString(9)),
                        text(row.getString(10)),
                        row.getString(11),
                        more(row)));
    }

    /** In the order of {@link Story#MORE}. */
    private static String more(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int column = 12; column < 12 + Story.MORE.size(); column++) {
            texts.add(text(row.getString(column)));
        }
        return String.join("|", texts);
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }

    private static List<String> openReviews(RegisterRooms rooms) {
        return rooms.sql.query(
                "select regency, nik from review where closed = false order by regency, nik",
                (row, i) -> row.getString(1) + " " + (row.getLong(2) - 9203011205809000L));
    }
}
