package id.jembatan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.jembatan.domain.DropDifference;
import id.jembatan.domain.Field;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.Worker;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two drops of one programme side by side: who is new, stayed, changed field by field, or gone. */
@Command(
        name = "diff",
        footer = {
            "jembatan diff 20250602-d53a1991d0 20250702-038be0084e",
            "jembatan diff 20250602-d53a1991d0 20250702-038be0084e --json"
        })
final class DiffCommand extends HouseCommand {

    /** So many differences are listed; the counts are of all. */
    private static final int LISTED = 100;

    @Parameters(index = "0", paramLabel = "EARLIER", descriptionKey = "earlier")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String earlier;

    @Parameters(index = "1", paramLabel = "LATER", descriptionKey = "later")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String later;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Narrowed narrowed;

    @Option(names = "--json")
    private boolean json;

    /** What became of a person between two lists. */
    private enum Kind {
        NEW,
        STAYED,
        CHANGED,
        GONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A value that was, and what it became; "" where there is none. */
    private record Change(String before, String after) {}

    @Override
    int call(House house) throws Exception {
        LoggedDrop before = AskedDrop.choose(house, earlier, narrowed);
        LoggedDrop after = AskedDrop.choose(house, later, narrowed);
        if (!before.receipt().programme().equals(after.receipt().programme())) {
            throw new Unusable(
                    house.messages().get("cli.diff.other-programme", AskedDrop.owner(before), AskedDrop.owner(after)));
        }
        PrintWriter out = out();
        if (json) {
            printJson(out, house, before, after);
        } else {
            print(out, house, before, after);
        }
        out.flush();
        return Jembatan.DONE;
    }

    private static void print(PrintWriter out, House house, LoggedDrop before, LoggedDrop after) {
        Messages messages = house.messages();
        Map<Kind, Long> counts = new TreeMap<>();
        TextTable table = new TextTable(
                messages.get("cli.diff.what"),
                "NIK",
                messages.get("cli.row") + " 1",
                messages.get("cli.row") + " 2",
                messages.get("cli.diff.field"),
                messages.get("cli.diff.before"),
                messages.get("cli.diff.after"));
        long[] listed = {0};
        house.inquiries().compare(before, after, difference -> {
            Map<String, Change> changes = changes(difference);
            Kind kind = kind(difference, changes);
            counts.merge(kind, 1L, Long::sum);
            if (kind != Kind.STAYED && listed[0] < LISTED) {
                listed[0]++;
                add(table, messages, difference, kind, changes);
            }
        });
        TextTable sums = new TextTable(messages.get("cli.diff.what"), messages.get("cli.diff.count"));
        for (Kind kind : Kind.values()) {
            sums.row(
                    messages.get("cli.diff." + kind.word()),
                    Rupiah.count(counts.getOrDefault(kind, 0L), messages.language()));
        }
        sums.print(out);
        long different = counts.entrySet().stream()
                .filter(one -> one.getKey() != Kind.STAYED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (different > 0) {
            out.println();
            table.print(out);
        }
        if (different > LISTED) {
            out.println(messages.get("cli.and-more", Rupiah.count(different - LISTED, messages.language())));
        }
        out.println(messages.get(
                "cli.diff.rejected",
                house.inquiries().countRejected(before),
                house.inquiries().countRejected(after)));
    }

    private static void add(
            TextTable table, Messages messages, DropDifference difference, Kind kind, Map<String, Change> changes) {
        String what = messages.get("cli.diff." + kind.word());
        String first = place(difference.before());
        String second = place(difference.after());
        if (changes.isEmpty()) {
            table.row(what, difference.nik().toString(), first, second, "", "", "");
        }
        changes.forEach((field, change) -> table.row(
                what,
                difference.nik().toString(),
                first,
                second,
                messages.get("field." + field),
                change.before(),
                change.after()));
    }

    private static String place(Optional<DropDifference.Side> side) {
        return side.map(one -> one.place().seenFrom("")).orElse("");
    }

    private static Kind kind(DropDifference difference, Map<String, Change> changes) {
        if (difference.before().isEmpty()) {
            return Kind.NEW;
        }
        if (difference.after().isEmpty()) {
            return Kind.GONE;
        }
        return changes.isEmpty() ? Kind.STAYED : Kind.CHANGED;
    }

    /** Field by field, letter case and blanks apart. */
    private static Map<String, Change> changes(DropDifference difference) {
        Map<String, Change> changes = new LinkedHashMap<>();
        if (difference.before().isEmpty() || difference.after().isEmpty()) {
            return changes;
        }
        Map<String, String> before = texts(difference.before().get().worker());
        Map<String, String> after = texts(difference.after().get().worker());
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (String field : fields) {
            String was = before.getOrDefault(field, "");
            String is = after.getOrDefault(field, "");
            if (!reduced(was).equals(reduced(is))) {
                changes.put(field, new Change(was, is));
            }
        }
        return changes;
    }

    private static String reduced(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> texts(Worker worker) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Field.NAME.key(), worker.name());
        texts.put(
                Field.BIRTH_DATE.key(),
                worker.birthDate().map(LocalDate::toString).orElse(""));
        worker.texts().forEach((field, text) -> texts.put(field.key(), text));
        return texts;
    }

    /** One pass, nobody kept: the counts come last. */
    private static void printJson(PrintWriter out, House house, LoggedDrop before, LoggedDrop after)
            throws IOException {
        Map<Kind, Long> counts = new TreeMap<>();
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.useDefaultPrettyPrinter();
            generator.writeStartObject();
            generator.writeStringField("earlier", before.receipt().id().value());
            generator.writeStringField("later", after.receipt().id().value());
            generator.writeArrayFieldStart("people");
            house.inquiries().compare(before, after, difference -> {
                Map<String, Change> changes = changes(difference);
                Kind kind = kind(difference, changes);
                counts.merge(kind, 1L, Long::sum);
                if (kind != Kind.STAYED) {
                    write(generator, difference, kind, changes);
                }
            });
            generator.writeEndArray();
            for (Kind kind : Kind.values()) {
                generator.writeNumberField(kind.word(), counts.getOrDefault(kind, 0L));
            }
            generator.writeEndObject();
        }
        out.println();
    }

    private static void write(
            JsonGenerator generator, DropDifference difference, Kind kind, Map<String, Change> changes) {
        try {
            generator.writeStartObject();
            generator.writeStringField("what", kind.word());
            generator.writeStringField("nik", difference.nik().toString());
            generator.writeStringField("rowEarlier", place(difference.before()));
            generator.writeStringField("rowLater", place(difference.after()));
            generator.writeObjectFieldStart("changed");
            for (Map.Entry<String, Change> change : changes.entrySet()) {
                generator.writeArrayFieldStart(change.getKey());
                generator.writeString(change.getValue().before());
                generator.writeString(change.getValue().after());
                generator.writeEndArray();
            }
            generator.writeEndObject();
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
