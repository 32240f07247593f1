package id.jembatan.console;

import id.jembatan.domain.Claim;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Worker;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A review or a case as its page shows it: all sides beside each other, what differs marked, NIKs masked. */
final class Sides {

    private final House house;
    private final ReviewDesk desk;
    private final Messages messages;
    private final Figures figures;

    Sides(House house, ReviewDesk desk, Figures figures) {
        this.house = house;
        this.desk = desk;
        this.messages = house.messages();
        this.figures = figures;
    }

    /** A line of the queue. */
    Map<String, Object> line(Dispute dispute) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", dispute.name());
        line.put("regency", regencyName(dispute));
        line.put("nik", dispute.nik().toString());
        line.put("since", figures.day(dispute.since()));
        line.put(
                "programmes",
                dispute.claims().stream()
                        .map(claim -> programmeName(claim.programme()))
                        .distinct()
                        .toList());
        line.put("sides", figures.count(dispute.claims().size()));
        return line;
    }

    /** All of it, for a page of its own. */
    Map<String, Object> whole(Dispute dispute) {
        Map<String, Object> whole = line(dispute);
        List<Integer> persons = desk.persons(dispute);
        List<Map<String, String>> sides = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            sides.add(side(dispute.claims().get(i), persons.get(i)));
        }
        whole.put("isCase", dispute.kind() == Dispute.Kind.CASE);
        whole.put("open", dispute.open());
        whole.put("version", dispute.version());
        whole.put("claims", sides);
        whole.put("fields", fields(dispute));
        whole.put(
                "persons", new TreeSet<>(persons).stream().map(Object::toString).toList());
        return whole;
    }

    private Map<String, String> side(Claim claim, int person) {
        return Map.of(
                "person",
                Integer.toString(person),
                "where",
                claim.drop() + " · " + ReviewDesk.masked(claim.place().seenFrom("")),
                "programme",
                programmeName(claim.programme()),
                "state",
                messages.find("console.claim." + claim.state()).orElse(claim.state()),
                "kind",
                messages.get(claim.entry() ? "console.review.entry" : "console.review.row"));
    }

    private List<Map<String, Object>> fields(Dispute dispute) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> texts = dispute.claims().stream()
                    .map(claim -> text(claim.worker(), field))
                    .toList();
            if (texts.stream().anyMatch(text -> !text.isEmpty())) {
                fields.add(Map.of(
                        "name",
                        messages.get("field." + field.key()),
                        "texts",
                        texts,
                        "differs",
                        new HashSet<>(texts).size() > 1));
            }
        }
        return fields;
    }

    private String text(Worker worker, Field field) {
        return switch (field) {
            case NIK -> worker.nik().toString();
            case NAME -> ReviewDesk.masked(worker.name());
            case BIRTH_DATE -> worker.birthDate().map(figures::day).orElse("");
            case SEX -> worker.sex().letter();
            default -> ReviewDesk.masked(worker.texts().get(field));
        };
    }

    private String programmeName(ProgrammeKey key) {
        return house.rules()
                .agreements()
                .findProgramme(key)
                .map(Programme::name)
                .orElse(key.toString());
    }

    private String regencyName(Dispute dispute) {
        return house.rules()
                .agreements()
                .findRegency(dispute.regency())
                .map(regency -> regency.name())
                .orElse(dispute.regency().value());
    }
}
