package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The routes can be read as the story of a drop, and carry without deciding. */
class RoutesReadWellTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Pattern ROOM_VERB_NOUN = Pattern.compile("[a-z]+(-[a-z]+){2,}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern PLAIN = Pattern.compile("\\$\\{(body(\\[\\w+])?|(exchangeProperty|header)\\.\\w+)}");
    private static final Set<String> DECIDERS = Set.of(
            "script",
            "groovy",
            "javascript",
            "js",
            "java",
            "joor",
            "sql",
            "mvel",
            "ognl",
            "jsonpath",
            "xpath",
            "choice");

    private static final Set<String> STEPS = Set.of("bean", "to", "toD", "dynamicRouter", "filter");

    /** One route, or a template's inner one, with the room whose file it stands in. */
    private record Route(String room, String id, JsonNode body, boolean template) {}

    @Test
    void everyRouteHasAnIdOfItsRoomAndASentenceForTheClerk() {
        assertAll(routes().stream().map(route -> () -> {
            String id = route.id().replaceAll("-\\{\\{name}}$", "-name");
            assertTrue(ROOM_VERB_NOUN.matcher(id).matches(), route.id() + " is not <room>-<verb>-<noun>");
            assertTrue(id.startsWith(route.room() + "-"), route.id() + " stands in the file of " + route.room());
            String description = route.body().path("description").asText();
            assertTrue(description.matches("[A-Z].{30,}\\."), route.id() + " has no sentence: " + description);
        }));
    }

    @Test
    void noTwoRoutesShareAnId() {
        List<String> ids = routes().stream().map(Route::id).toList();

        assertEquals(new HashSet<>(ids).size(), ids.size(), ids.toString());
    }

    @Test
    void everyRouteNamesWhatHappensWhenItFails() {
        Set<String> known = new TreeSet<>();
        eachTopLevel((file, item) -> {
            if (item.has("routeConfiguration")) {
                known.add(item.get("routeConfiguration").path("id").asText());
            }
        });

        assertAll(routes().stream().map(route -> () -> {
            if (route.body().path("errorHandler").has("noErrorHandler")) {
                return; // its caller's configuration holds
            }
            String named = route.body().path("routeConfigurationId").asText();
            assertFalse(named.isEmpty(), route.id() + " names no routeConfiguration");
            for (String name : List.of(named.split(",", -1))) {
                assertTrue(known.contains(name), route.id() + " names " + name + ", which routes/errors does not have");
            }
        }));
    }

    @Test
    void everyStepThatATestMayWishToWeaveHasAnId() {
        assertAll(routes().stream().map(route -> () -> {
            Set<String> ids = new HashSet<>();
            eachNode(route.body(), (name, step) -> {
                if (step.isObject() && STEPS.contains(name)) {
                    assertTrue(step.hasNonNull("id"), route.id() + ": a " + name + " step has no id");
                }
                if (!route.body().equals(step) && step.hasNonNull("id")) {
                    assertTrue(ids.add(step.get("id").asText()), route.id() + ": twice " + step.get("id"));
                }
            });
        }));
    }

    @Test
    void aDirectDoorIsCalledLikeTheRouteBehindIt() {
        Set<String> doors = new TreeSet<>();
        routes().forEach(route -> {
            String from = route.body().path("from").path("uri").asText();
            if (from.startsWith("direct:")) {
                assertEquals("direct:" + route.id(), from);
                doors.add(from);
            }
        });

        Set<String> called = new TreeSet<>();
        Pattern door = Pattern.compile("direct:[a-z-]+");
        Stream.concat(files(ROUTES, ".yaml"), files(Path.of("src/main/java"), ".java"))
                .forEach(file -> door.matcher(text(file)).results().forEach(hit -> called.add(hit.group())));
        assertEquals(doors, called);
    }

    @Test
    void everyPlaceholderIsASettingThatIsExplained() {
        Set<String> documented = SettingsFile.keys();
        assertAll(files(ROUTES, ".yaml").map(file -> () -> {
            Set<String> parameters = templateParameters(file);
            Matcher placeholder = PLACEHOLDER.matcher(text(file));
            while (placeholder.find()) {
                String key = placeholder.group(1);
                assertTrue(
                        parameters.contains(key) || documented.contains(key),
                        file + ": {{" + key + "}} is not in application.properties");
            }
        }));
    }

    @Test
    void noRouteDecides() {
        assertAll(files(ROUTES, ".yaml")
                .map(file -> () -> eachNode(read(file), (name, value) -> {
                    assertFalse(DECIDERS.contains(name), file + ": " + name + " belongs into a bean");
                    if (name.equals("simple")) {
                        String expression = value.isTextual()
                                ? value.asText()
                                : value.path("expression").asText();
                        assertTrue(PLAIN.matcher(expression).matches(), file + ": " + expression + " wants a bean");
                    }
                })));
    }

    private static Set<String> templateParameters(Path file) {
        Set<String> names = new HashSet<>();
        read(file).forEach(item -> item.path("routeTemplate")
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText())));
        return names;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        eachTopLevel((file, item) -> {
            String room = file.getFileName().toString().replace(".camel.yaml", "");
            if (item.has("route")) {
                JsonNode route = item.get("route");
                routes.add(new Route(room, route.path("id").asText(), route, false));
            }
            if (item.has("routeTemplate")) {
                JsonNode template = item.get("routeTemplate");
                assertTrue(
                        template.path("id").asText().startsWith(room + "-"),
                        template.path("id").asText());
                JsonNode route = template.get("route");
                routes.add(new Route(room, route.path("id").asText(), route, true));
            }
        });
        return routes;
    }

    private static void eachTopLevel(BiConsumer<Path, JsonNode> visitor) {
        files(ROUTES, ".camel.yaml").forEach(file -> read(file).forEach(item -> visitor.accept(file, item)));
    }

    /** Every named node below, in the order of the file. */
    private static void eachNode(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        Consumer<JsonNode> deeper = child -> eachNode(child, visitor);
        if (node.isObject()) {
            node.properties().forEach(field -> {
                visitor.accept(field.getKey(), field.getValue());
                deeper.accept(field.getValue());
            });
        } else {
            StreamSupport.stream(node.spliterator(), false).forEach(deeper);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
