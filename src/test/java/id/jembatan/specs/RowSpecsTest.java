package id.jembatan.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Reading;
import id.jembatan.domain.Verdict;
import id.jembatan.domain.Worker;
import id.jembatan.domain.WorkerDraft;
import id.jembatan.validate.AreaCodes;
import id.jembatan.validate.EndReasons;
import id.jembatan.validate.Occupations;
import id.jembatan.validate.PlaceNames;
import id.jembatan.validate.RootCauses;
import id.jembatan.validate.SectorNames;
import id.jembatan.validate.Validator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the tables of {@code specs/normalise} and {@code specs/validate}: a row in, its draft or its findings out. */
class RowSpecsTest {
    private static final AreaCodes AREAS = AreaCodes.load();
    private static final Occupations OCCUPATIONS =
            new Occupations(SpecTables.lists(Path.of("config/occupations.yaml")));
    private static final PlaceNames PLACES = new PlaceNames(AREAS, SpecTables.lists(Path.of("config/places.yaml")));
    private static final EndReasons REASONS = new EndReasons(SpecTables.lists(Path.of("config/end-reasons.yaml")));
    private static final SectorNames SECTORS = new SectorNames(SpecTables.lists(Path.of("config/sectors.yaml")));

    @TestFactory
    Stream<DynamicNode> rowsAreWrittenAsTheTablesSay() {
        return SpecTables.of("normalise", this::checkDraft);
    }

    @TestFactory
    Stream<DynamicNode> rowsAreJudgedAsTheTablesSay() {
        return SpecTables.of("validate", this::checkVerdict);
    }

    private void checkDraft(Map<String, Object> table, Map<String, Object> one) {
        Where where = Where.of(table, one);
        SpecRow row = SpecRow.of(SpecTables.map(one.get("given")), text(one.get("beyond")), where.dates());

        WorkerDraft draft = row.draft(where.habits(), where.received());

        SpecTables.map(one.get("expect")).forEach((what, value) -> assertEquals(text(value), seen(draft, what), what));
    }

    /** A field's text, or one of the words that say more of a draft. */
    private static String seen(WorkerDraft draft, String what) {
        return switch (what) {
            case "matchKey" -> draft.matchKey();
            case "changed" ->
                String.join(" ", draft.changed().stream().map(Field::key).toList());
            case "shifted" -> String.valueOf(draft.shifted());
            case "sectorClass" -> SECTORS.sectorOf(draft).orElse("none");
            case "reasonIs" -> REASONS.of(draft).name();
            case "order" ->
                draft.birthDate().value().map(BirthDate::order).map(Enum::name).orElse("none");
            case "centuryGuessed" ->
                draft.birthDate()
                        .value()
                        .map(birth -> String.valueOf(birth.centuryGuessed()))
                        .orElse("none");
            case "fromNumber" -> String.valueOf(draft.nik().fromNumber());
            case "inexact" -> String.valueOf(draft.nik().inexact());
            case "kpjDigits" -> draft.kpj().value().orElse("none");
            case "birthDateIs" -> state(draft.birthDate());
            case "sexIs" -> state(draft.sex());
            case "phoneIs" -> state(draft.phone());
            case "wageIs" -> state(draft.wage());
            case "kpjIs" -> state(draft.kpj());
            default -> draft.texts().get(Field.find(what).orElseThrow());
        };
    }

    private static String state(Reading<?> reading) {
        if (reading.isEmpty()) {
            return "empty";
        }
        return reading.isUnreadable() ? "unreadable" : "read";
    }

    private void checkVerdict(Map<String, Object> table, Map<String, Object> one) {
        Where where = Where.of(table, one);
        Map<String, Object> given = new LinkedHashMap<>(); // the order of the columns
        given.put("nik", "9203011205809001");
        given.put("name", "UDIN");
        given.put("birthDate", "12-05-1980");
        given.put("sex", "L");
        given.putAll(SpecTables.map(one.get("given")));
        given.values().removeIf("ABSENT"::equals);
        SpecRow row = SpecRow.of(given, text(one.get("beyond")), where.dates());

        WorkerDraft draft = row.draft(where.habits(), where.received());
        Validator validator = where.leavers()
                ? Validator.ofLeavers(where.received(), AREAS)
                : new Validator(where.programme(), where.regency(), where.received(), AREAS, OCCUPATIONS, PLACES);
        Verdict<Worker> verdict = validator.judge(draft);

        assertEquals(
                SpecTables.strings(one.get("findings")),
                verdict.findings().stream()
                        .map(finding -> finding.code().name())
                        .toList());
        SpecTables.map(one.get("details"))
                .forEach((code, detail) ->
                        assertEquals(text(detail), found(verdict, code).detail(), code));
        SpecTables.map(one.get("severities"))
                .forEach((code, severity) ->
                        assertEquals(severity, found(verdict, code).severity().name(), code));
        if (one.containsKey("roots")) {
            Map<String, String> roots = new LinkedHashMap<>();
            RootCauses.of(draft, verdict.findings()).forEach((code, root) -> roots.put(code.name(), root.name()));
            assertEquals(SpecTables.map(one.get("roots")), roots);
        }
        if (one.containsKey("shows")) {
            assertEquals(
                    one.get("shows"),
                    RootCauses.shownWithoutFinding(draft).map(Enum::name).orElse("nothing"));
        }
        if (one.containsKey("knownAs")) {
            Map<String, String> known = new LinkedHashMap<>();
            known.put("nik", validator.findNik(draft).map(NationalId::digits).orElse("none"));
            known.put("person", validator.findPerson(draft).map(Worker::name).orElse("none"));
            assertEquals(SpecTables.map(one.get("knownAs")), known);
        }
        SpecTables.map(one.get("kept")).forEach((key, value) -> assertEquals(text(value), kept(verdict, key), key));
    }

    private static Finding found(Verdict<Worker> verdict, String code) {
        return verdict.findings().stream()
                .filter(finding -> finding.code().name().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String kept(Verdict<Worker> verdict, String what) {
        return verdict.fold(
                passed -> {
                    Worker worker = passed.value();
                    return switch (what) {
                        case "workerName" -> worker.name();
                        case "workerSex" -> worker.sex().letter();
                        case "workerBirthDate" ->
                            worker.birthDate().map(String::valueOf).orElse("none");
                        case "workerWage" -> worker.wage().map(String::valueOf).orElse("none");
                        default -> worker.texts().get(Field.find(what).orElseThrow());
                    };
                },
                rejected -> "rejected");
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
