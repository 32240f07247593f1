package id.jembatan.cli;

import static id.jembatan.cli.SharedHomes.LONG_LIST;
import static id.jembatan.cli.SharedHomes.assertSame;
import static id.jembatan.cli.SharedHomes.await;
import static id.jembatan.cli.SharedHomes.countAnswered;
import static id.jembatan.cli.SharedHomes.isInHand;
import static id.jembatan.cli.SharedHomes.journal;
import static id.jembatan.cli.SharedHomes.night;
import static id.jembatan.cli.SharedHomes.published;
import static id.jembatan.cli.SharedHomes.put;
import static id.jembatan.cli.SharedHomes.register;
import static id.jembatan.cli.SharedHomes.signal;
import static id.jembatan.cli.SharedHomes.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several services on one PostgreSQL and one shared home, as on several machines. One is frozen in the middle of a list for
 * longer than its lease and thaws, one is killed in the middle of another list, all have a night: the register and all that is
 * published are as if there had been one, undisturbed. Two of them in every run, four with {@code -Djembatan.ordeal=true}.
 */
class SeveralNodesTest {

    @TempDir
    private Path folder;

    private SharedHomes homes;
    private Path first;
    private Path last;

    @BeforeEach
    void writeLists() throws IOException {
        homes = new SharedHomes(folder);
        first = homes.list("first.csv", 1, LONG_LIST);
        last = homes.list("last.csv", LONG_LIST / 2, LONG_LIST);
    }

    @Test
    void oneIsFrozenAndThawsOneIsKilledAndAllIsAsIfThereHadBeenOne() throws Exception {
        String ofOne = Database.POSTGRESQL.newUrl();
        String ofTwo = Database.POSTGRESQL.newUrl();

        Path alone = homes.home("alone");
        try (RunningService only = start(alone, ofOne, "only", "-")) {
            putFirst(alone);
            await(() -> countAnswered(ofOne) == 4, only);
            put(alone, last, "e.csv", 4);
            await(() -> countAnswered(ofOne) == 5, only);
        }
        night(alone, ofOne, 1);

        Path shared = homes.home("shared");
        putFirst(shared);
        try (RunningService frozen = start(shared, ofTwo, "frozen", "-")) {
            await(() -> isInHand(ofTwo, 1, "frozen-1"), frozen);
            signal("STOP", frozen);
            RunningService other = start(shared, ofTwo, "other", "-");
            await(() -> countAnswered(ofTwo) == 4, other);
            assertFalse(isInHand(ofTwo, 1, "frozen-1"), "its lease was over");
            signal("CONT", frozen);

            put(shared, last, "e.csv", 4);
            await(() -> isInHand(ofTwo, 5, "other-1") || isInHand(ofTwo, 5, "frozen-1"), frozen);
            if (isInHand(ofTwo, 5, "other-1")) {
                other.kill();
                await(() -> countAnswered(ofTwo) == 5, frozen);
                assertTrue(frozen.process().isAlive(), frozen.said());
            } else {
                frozen.kill();
                await(() -> countAnswered(ofTwo) == 5, other);
                other.close();
            }
        }
        night(shared, ofTwo, 2);

        assertSame(register(ofOne), register(ofTwo));
        assertSame(published(alone), published(shared));
    }

    /** Whoever has a list in hand is frozen, whoever has the next one is killed, two go on, the frozen one thaws among them. */
    @Test
    @EnabledIfSystemProperty(named = "jembatan.ordeal", matches = "true")
    void ofFourOneIsFrozenOneIsKilledAndAllIsAsIfThereHadBeenOne() throws Exception {
        String ofOne = Database.POSTGRESQL.newUrl();
        String ofFour = Database.POSTGRESQL.newUrl();

        Path alone = homes.home("alone");
        try (RunningService only = start(alone, ofOne, "only", "-")) {
            putFirst(alone);
            await(() -> countAnswered(ofOne) == 4, only);
            putSecond(alone);
            await(() -> countAnswered(ofOne) == 6, only);
            putThird(alone);
            await(() -> countAnswered(ofOne) == 8, only);
        }
        night(alone, ofOne, 1);

        Path shared = homes.home("shared");
        List<Node> nodes = new ArrayList<>();
        try {
            for (String node : List.of("east", "north", "south", "west")) {
                nodes.add(new Node(node + "-1", start(shared, ofFour, node, "-")));
            }
            putFirst(shared);
            Node frozen = awaitWhoHas(ofFour, 1, nodes);
            signal("STOP", frozen.service());
            await(() -> countAnswered(ofFour) == 4, frozen.service());
            assertFalse(isInHand(ofFour, 1, frozen.name()), "its lease was over");

            putSecond(shared);
            Node killed = awaitWhoHas(ofFour, 5, nodes);
            killed.service().kill();
            nodes.remove(killed);
            signal("CONT", frozen.service());
            await(() -> countAnswered(ofFour) == 6, frozen.service());

            putThird(shared);
            await(() -> countAnswered(ofFour) == 8, frozen.service());
            for (Node node : nodes) {
                assertTrue(node.service().process().isAlive(), node.service().said());
            }
        } finally {
            nodes.forEach(node -> node.service().close());
        }
        night(shared, ofFour, 4);

        assertSame(register(ofOne), register(ofFour));
        assertSame(published(alone), published(shared));
        assertEquals(journal(alone), journal(shared));
    }

    private record Node(String name, RunningService service) {}

    /** Which of them has the list in hand. */
    private static Node awaitWhoHas(String url, long receipt, List<Node> nodes) throws Exception {
        List<Node> found = new ArrayList<>();
        await(
                () -> {
                    for (Node node : nodes) {
                        if (isInHand(url, receipt, node.name())) {
                            found.add(node);
                        }
                    }
                    return !found.isEmpty();
                },
                nodes.get(0).service());
        return found.get(0);
    }

    /** Each list overlaps with others: who is settled first decides who is who. */
    private void putFirst(Path home) throws IOException {
        put(home, first, "a.csv", 0);
        put(home, homes.list("second.csv", 200, 300), "b.csv", 1);
        put(home, homes.list("third.csv", 350, 300), "c.csv", 2);
        put(home, homes.list("second.csv", 200, 300), "d.csv", 3);
    }

    private void putSecond(Path home) throws IOException {
        put(home, last, "e.csv", 4);
        put(home, homes.list("fourth.csv", 14_900, 300), "f.csv", 5);
    }

    private void putThird(Path home) throws IOException {
        put(home, homes.list("fifth.csv", 22_000, 2_000), "g.csv", 6);
        put(home, homes.list("sixth.csv", 500, 2_000), "h.csv", 7);
    }
}
