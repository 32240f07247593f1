package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OnePersonTest {

    private static final ProgrammeKey HERE = new ProgrammeKey(new RegencyCode("9203"), "tani");

    @TestFactory
    Stream<DynamicTest> aReviewIsOverAsTheTableSays() throws IOException {
        return StreamSupport.stream(People.spec("one-person.yaml").get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        OnePerson judge = new OnePerson();

        judge.begin(live(one), owners(one));
        one.get("rows").forEach(row -> judge.row(People.told(row)));

        assertEquals(one.get("over").asBoolean(), judge.isOver());
    }

    @Test
    void aReviewLeavesNothingBehindForTheNext() {
        OnePerson judge = new OnePerson();
        judge.begin(List.of(), Set.of());
        judge.row(People.named("UDIN", ""));
        judge.row(People.named("MARIA", ""));

        judge.begin(List.of(), Set.of());
        judge.row(People.named("YOHANA", ""));

        assertTrue(judge.isOver());
    }

    private static List<Standing> live(JsonNode one) {
        List<Standing> live = new ArrayList<>();
        one.get("live")
                .forEach(person ->
                        live.add(new Standing(live.size() + 1L, HERE, EntryState.STAGED, People.told(person))));
        return live;
    }

    private static Set<Fingerprint> owners(JsonNode one) {
        Set<Fingerprint> owners = new HashSet<>();
        one.path("owners").forEach(person -> owners.add(Fingerprint.of(People.told(person))));
        return owners;
    }
}
