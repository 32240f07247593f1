package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.stage.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A drop that is undone leaves the register as a run without it would have (SPEC sections 2 and 10). */
class TakenBackTest {

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

    @Property(tries = 150)
    void anUndoneDropLeavesNothingOnH2(@ForAll("stories") Story story, @ForAll @IntRange(max = 4) int which) {
        leavesNothing(h2, story, which % story.drops().size());
    }

    @Property(tries = 40)
    void anUndoneDropLeavesNothingOnPostgresql(@ForAll("stories") Story story, @ForAll @IntRange(max = 4) int which) {
        leavesNothing(postgresql, story, which % story.drops().size());
    }

    private static void leavesNothing(Register register, Story story, int which) {
        RegisterRooms with = play(register, story, -1);
        List<UndoHindrance> standing = with.undo(which + 1);
        if (!standing.isEmpty()) {
            assertTrue(which < story.drops().size() - 1, "nothing can stand on the last: " + standing);
            return;
        }
        List<String> undone = everything(with);

        RegisterRooms without = play(register, story, which);

        assertEquals(everything(without), undone);
    }

    /** All drops, in turn; one of them may be refused instead. */
    private static RegisterRooms play(Register register, Story story, int refused) {
        Database.empty(register);
        RegisterRooms rooms = new RegisterRooms(register, story.programmes());
        for (int i = 0; i < story.drops().size(); i++) {
            Story.Drop drop = story.drops().get(i);
            Programme programme = story.programmes().get(drop.programme());
            long receipt = rooms.stage(programme.key().toString(), RegisterRooms.DAY, drop.judged(programme));
            if (i == refused) {
                rooms.log.refuse(receipt, new Refusal(FindingCode.FILE_NO_ROWS, List.of()));
                rooms.rows.clear(receipt);
            } else {
                rooms.settle(receipt);
            }
            rooms.log.markReplied(receipt);
        }
        return rooms;
    }

    /** All that the register knows of people, but for numbers that were given and are not given again. */
    private static List<String> everything(RegisterRooms rooms) {
        List<String> everything = new ArrayList<>();
        for (String sql : List.of(
                """
                select e.row_id, p.regency, p.id, e.state, e.data_row_id, e.base from entry e
                join programme p on p.no = e.programme_no order by p.no, e.queue, e.row_id""",
                "select * from drop_row order by row_id",
                """
                select row_id, outcome, case when ref like 'case:%' then 'case' else ref end
                from row_outcome order by row_id""",
                "select * from likeness order by birth_date, match_key, nik, row_id",
                "select * from look_alike order by row_id",
                "select * from repair order by row_id",
                "select regency, nik, closed from review order by regency, nik, closed",
                """
                select s.row_id, s.state, s.outcome, s.ref, v.regency, v.nik from review_row s
                join review v on v.review_no = s.review_no order by s.row_id""",
                "select regency, nik, entry_row_id from claim_case order by regency, nik, entry_row_id")) {
            everything.add(sql);
            rooms.sql.queryForList(sql).forEach(row -> everything.add(row.toString()));
        }
        return everything;
    }

    @Example
    void aBatchStandsOnItsPeople() {
        for (Register register : List.of(h2, postgresql)) {
            Database.empty(register);
            RegisterRooms rooms = new RegisterRooms(
                    register, List.of(Programmes.of("9203/tani").build()));
            LoggedDrop drop = rooms.drop("9203/tani", RegisterRooms.person(1));
            rooms.log.markReplied(drop.receipt().number());
            rooms.enrol("9203/tani", LocalDate.of(2025, 3, 5));

            List<UndoHindrance> standing = rooms.undo(drop.receipt().number());

            assertEquals(List.of(new UndoHindrance(UndoHindrance.Kind.BATCH, "9203-tani-20250305-01")), standing);
        }
    }

    @Example
    void theSameBytesAreJudgedAnewAfterwards() {
        for (Register register : List.of(h2, postgresql)) {
            Database.empty(register);
            RegisterRooms rooms = new RegisterRooms(
                    register, List.of(Programmes.of("9203/tani").build()));
            LoggedDrop drop = rooms.drop("9203/tani", RegisterRooms.person(1));
            rooms.log.markReplied(drop.receipt().number());

            rooms.undo(drop.receipt().number());

            var again =
                    rooms.receive("9203/tani", RegisterRooms.DAY, drop.receipt().sha256());
            assertTrue(rooms.log.findTakenBefore(again).isEmpty());
        }
    }
}
