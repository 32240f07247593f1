package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class KnownPersonsTest {

    @TestFactory
    Stream<DynamicTest> numbersPersonsAsTheTableSays() throws IOException {
        return StreamSupport.stream(People.spec("persons.yaml").get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        List<Worker> rows = new ArrayList<>();
        one.get("rows").forEach(name -> rows.add(People.told(name)));
        Set<Fingerprint> owners = new HashSet<>();
        one.path("owners").forEach(name -> owners.add(Fingerprint.of(People.told(name))));
        List<Integer> expected = new ArrayList<>();
        one.get("persons").forEach(person -> expected.add(person.asInt()));

        List<Integer> numbered = new KnownPersons(owners).number(rows);

        assertEquals(expected, numbered);
    }
}
