package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Dispute;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Ruling.Choice;
import id.jembatan.stage.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever lists came, and in whatever order a person then decides. */
class DecisionPropertiesTest {

    private static Register register;

    @BeforeContainer
    static void open() {
        register = Database.H2.open();
    }

    @AfterContainer
    static void close() {
        register.close();
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.any();
    }

    @Property(tries = 100)
    void theSameDecisionsInTheSameOrderGiveTheSameRegister(@ForAll("stories") Story story, @ForAll long order) {
        List<String> once = decideAll(story, order);

        List<String> again = decideAll(story, order);

        assertEquals(once, again);
    }

    @Property(tries = 200)
    void everyRowHasOneEndAndNobodyIsTwiceInAProgramme(@ForAll("stories") Story story, @ForAll long order) {
        decideAll(story, order);

        assertEquals(0, count("select count(*) from review where closed = false"), "reviews left");
        assertEquals(
                0,
                count(
                        "select count(*) from review_row where state = 'STANDS' or (state = 'FREED' and outcome is null)"),
                "rows without an end");
        assertEquals(
                0,
                count("select count(*) from review_row v join entry e on e.row_id = v.row_id where v.state = 'DENIED'"),
                "entries of rows that stay out");
        assertEquals(0, count("""
                        select count(*) from (select e.programme_no, d.nik from entry e
                            join drop_row d on d.row_id = e.row_id
                            where e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')
                            group by e.programme_no, d.nik having count(*) > 1) t"""), "people who are twice in a programme");
        assertEquals(
                count(
                        "select count(*) from review_row where state = 'FREED' and outcome in ('ACCEPTED', 'WAITLISTED')"),
                count("select count(*) from review_row v join entry e on e.row_id = v.row_id where v.state = 'FREED'"),
                "freed rows that came in");
    }

    private static long count(String sql) {
        return register.inTransaction(() ->
                new org.springframework.jdbc.core.JdbcTemplate(register.dataSource()).queryForObject(sql, Long.class));
    }

    /** Drops all, then decides whatever waits, in an order and by choices that the seed gives. */
    private static List<String> decideAll(Story story, long seed) {
        Database.empty(register);
        RegisterRooms rooms = new RegisterRooms(register, story.programmes());
        for (int i = 0; i < story.drops().size(); i++) {
            Programme programme = story.programmes().get(story.drops().get(i).programme());
            LocalDate day = story.drops().get(i).day(i);
            if (programme.isOpenOn(day)) {
                rooms.dropRows(
                        programme.key().toString(), day, story.drops().get(i).judged(programme));
            }
        }
        Random random = new Random(seed);
        for (List<Dispute> waiting = waiting(rooms); !waiting.isEmpty(); waiting = waiting(rooms)) {
            Collections.shuffle(waiting, random);
            Dispute next = waiting.get(0);
            if (next.kind() == Dispute.Kind.REVIEW) {
                Choice choice =
                        List.of(Choice.SAME, Choice.PERSON, Choice.NEITHER).get(random.nextInt(3));
                rooms.decide(next, choice, 1 + random.nextInt(2));
            } else {
                rooms.decide(next, random.nextBoolean() ? Choice.OURS : Choice.THEIRS, 0);
            }
        }
        return rooms.sql.queryForList("""
                select row_id || ' ' || state || ' ' || data_row_id || ' ' || queue from entry
                union all select row_id || ' ' || state || ' ' || coalesce(outcome, '') || ' ' || coalesce(ref, '')
                from review_row
                union all select notice_no || ' ' || row_id || ' ' || became from notice_row
                order by 1""", String.class);
    }

    private static List<Dispute> waiting(RegisterRooms rooms) {
        List<Dispute> waiting = new ArrayList<>();
        rooms.disputes
                .listReviews()
                .forEach(number -> rooms.disputes.findReview(number).ifPresent(waiting::add));
        rooms.disputes
                .listCases()
                .forEach(number -> rooms.disputes.findCase(number).ifPresent(waiting::add));
        return waiting;
    }
}
