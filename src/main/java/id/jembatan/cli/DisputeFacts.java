package id.jembatan.cli;

import id.jembatan.domain.Claim;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Field;
import id.jembatan.domain.LookAlike;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Worker;
import id.jembatan.pipeline.ReviewDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a dispute says, for tables and for scripts: NIKs masked, and what differs told. */
final class DisputeFacts {

    private DisputeFacts() {}

    static List<String> programmes(Dispute dispute) {
        return dispute.claims().stream()
                .map(claim -> claim.programme().toString())
                .distinct()
                .toList();
    }

    static boolean differs(Dispute dispute, Field field) {
        return new HashSet<>(dispute.claims().stream()
                                .map(claim -> text(claim.worker(), field))
                                .toList())
                        .size()
                > 1;
    }

    static String text(Worker worker, Field field) {
        return switch (field) {
            case NIK -> worker.nik().toString();
            case NAME -> masked(worker.name());
            case BIRTH_DATE -> worker.birthDate().map(Object::toString).orElse("");
            case SEX -> worker.sex().letter();
            default -> masked(worker.texts().get(field));
        };
    }

    /** Also a family card has 16 digits. */
    private static String masked(String text) {
        return ReviewDesk.masked(text);
    }

    static Map<String, Object> line(Dispute dispute) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", dispute.name());
        line.put("regency", dispute.regency().value());
        line.put("nik", dispute.nik().toString());
        line.put("programmes", programmes(dispute));
        line.put("since", dispute.since().toString());
        line.put("version", dispute.version());
        line.put(
                "rows",
                dispute.claims().stream()
                        .filter(claim -> !claim.entry())
                        .map(DisputeFacts::claim)
                        .toList());
        return line;
    }

    private static Map<String, Object> claim(Claim claim) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("drop", claim.drop().value());
        place(one, "", claim.place());
        one.put("programme", claim.programme().toString());
        one.put("state", claim.state());
        return one;
    }

    static Map<String, Object> whole(Dispute dispute, List<Integer> persons) {
        Map<String, Object> whole = line(dispute);
        whole.remove("rows");
        whole.put("open", dispute.open());
        List<Object> sides = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            Claim claim = dispute.claims().get(i);
            Map<String, Object> side = claim(claim);
            side.put("person", persons.get(i));
            side.put("entry", claim.entry());
            Map<String, String> fields = new LinkedHashMap<>();
            for (Field field : Field.values()) {
                String text = text(claim.worker(), field);
                if (!text.isEmpty()) {
                    fields.put(field.key(), text);
                }
            }
            side.put("fields", fields);
            sides.add(side);
        }
        whole.put("sides", sides);
        whole.put(
                "differs",
                List.of(Field.values()).stream()
                        .filter(field -> differs(dispute, field))
                        .map(Field::key)
                        .toList());
        return whole;
    }

    /** Pairs that look alike, masked. */
    static List<Object> lookAlikes(List<LookAlike> pairs) {
        List<Object> all = new ArrayList<>();
        pairs.forEach(alike -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("nik", alike.niks().get(0).toString());
            one.put("drop", alike.drops().get(0));
            place(one, "", alike.places().get(0));
            one.put("otherNik", alike.niks().get(1).toString());
            one.put("otherDrop", alike.drops().get(1));
            place(one, "other", alike.places().get(1));
            all.add(one);
        });
        return all;
    }

    private static void place(Map<String, Object> one, String prefix, RowPlace place) {
        one.put(prefix.isEmpty() ? "sheet" : prefix + "Sheet", masked(place.sheet()));
        one.put(prefix.isEmpty() ? "row" : prefix + "Row", place.row());
    }
}
