package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SamePersonTest {

    @TestFactory
    Stream<DynamicTest> isToldAsTheTableSays() throws IOException {
        return StreamSupport.stream(People.spec("same-person.yaml").get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        Worker a = People.named(one.get("a").asText(), one.path("born").asText());
        Worker b = People.named(one.get("b").asText(), one.path("bornB").asText());

        boolean same = SamePerson.is(a, b);

        assertEquals(one.get("same").asBoolean(), same);
        assertEquals(same, SamePerson.is(b, a), "the other way round");
    }
}
