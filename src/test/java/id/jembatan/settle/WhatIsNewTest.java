package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Field;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WhatIsNewTest {

    @TestFactory
    Stream<DynamicTest> isToldAsTheTableSays() throws IOException {
        JsonNode table = People.spec("what-is-new.yaml");
        return StreamSupport.stream(table.get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(table.get("known"), one)));
    }

    private static void check(JsonNode usual, JsonNode one) {
        Worker known = person(usual, one.path("known"));
        Worker row = person(usual, one.get("row"));

        List<String> fresh =
                WhatIsNew.fields(known, row).stream().map(Field::key).toList();

        List<String> expected = new ArrayList<>();
        one.get("new").forEach(key -> expected.add(key.asText()));
        assertEquals(expected, fresh);
    }

    private static Worker person(JsonNode usual, JsonNode changed) {
        Map<String, String> given = new HashMap<>();
        usual.properties().forEach(it -> given.put(it.getKey(), it.getValue().asText()));
        changed.properties().forEach(it -> given.put(it.getKey(), it.getValue().asText()));
        return People.person(given);
    }
}
