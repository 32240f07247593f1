package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Field;
import id.jembatan.domain.FoundPerson;
import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.PersonTrace;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Worker;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.DropDesk;
import id.jembatan.pipeline.EndPerson;
import id.jembatan.pipeline.FindPeople;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.TracePerson;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Telusur: what {@code jembatan trace} tells of one person, as far as it is the asker's. The NIK is sent in a form and never
 * in an address, which browsers and proxies keep.
 */
final class PersonPage implements Page {

    private final House house;
    private final Messages messages;
    private final View view;
    private final Figures figures;
    private final FindPeople people;

    PersonPage(House house, View view, Figures figures) {
        this.house = house;
        this.messages = house.messages();
        this.view = view;
        this.figures = figures;
        this.people = new FindPeople(house);
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (!visit.isOfLength(1)) {
            return Optional.empty();
        }
        if (!visit.request().isChanging()) {
            return Optional.of(page(200, visit, "", Map.of()));
        }
        if (visit.request().field("kind").equals("name")) {
            return Optional.of(byName(visit));
        }
        Optional<NationalId> nik = nik(visit);
        if (nik.isEmpty()) {
            return Optional.of(page(400, visit, "console.people.none", Map.of()));
        }
        PersonTrace whole =
                new TracePerson(house).trace(nik.get(), visit.account().name());
        return Optional.of(page(200, visit, "", found(nik.get(), whole, visit.account())));
    }

    /** As it is typed, or of the row that was chosen from those of a name. */
    private Optional<NationalId> nik(Visit visit) {
        String row = visit.request().field("row");
        return row.matches("[0-9]{1,18}")
                ? people.findNik(Long.parseLong(row), visit.account())
                : EndPerson.parse(visit.request().field("nik"));
    }

    private WebAnswer byName(Visit visit) throws IOException {
        String name = visit.request().field("name");
        List<String> words = people.words(name);
        if (words.isEmpty()) {
            return page(400, visit, "console.people.short", Map.of());
        }
        List<FoundPerson> found = people.find(words, visit.account(), visit.now());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("problem", "");
        values.put("asked", false);
        values.put("found", Map.of());
        values.put("typed", DropDesk.masked(name));
        values.put("searched", true);
        values.put("more", found.size() > FindPeople.MOST);
        values.put("hits", found.stream().limit(FindPeople.MOST).map(this::hit).toList());
        return WebAnswer.page(200, view.page("people", visit, values));
    }

    private Map<String, Object> hit(FoundPerson person) {
        return Map.of(
                "row",
                Long.toString(person.rowId()),
                "nik",
                person.nik().toString(),
                "name",
                DropDesk.masked(person.name()),
                "born",
                person.birthDate().map(figures::day).orElse(""),
                "entries",
                person.entries().stream()
                        .map(entry -> nameOf(entry.programme()) + ", "
                                + messages.find("console.claim." + entry.state())
                                        .orElse(entry.state().name()))
                        .toList());
    }

    private WebAnswer page(int status, Visit visit, String problem, Map<String, Object> found) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("problem", problem);
        values.put("asked", !found.isEmpty());
        values.put("found", found);
        values.put("typed", "");
        values.put("searched", false);
        return WebAnswer.page(status, view.page("people", visit, values));
    }

    private Map<String, Object> found(NationalId nik, PersonTrace whole, Account account) {
        List<PersonTrace.Row> rows =
                whole.rows().stream().filter(row -> isShown(row, account)).toList();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("nik", nik.toString());
        found.put("known", !rows.isEmpty());
        found.put("person", person(rows));
        found.put(
                "others",
                PersonTrace.inQuestion(rows).stream().map(this::inQuestion).toList());
        found.put("rows", rows.stream().map(this::row).toList());
        found.put(
                "entries",
                whole.entries().stream()
                        .filter(entry -> account.isSeeing(entry.programme()))
                        .map(this::entry)
                        .toList());
        found.put(
                "sent",
                whole.sent().stream()
                        .filter(sent -> isShown(sent.ref(), account))
                        .map(sent -> Map.of("ref", sent.ref(), "day", figures.day(sent.day())))
                        .toList());
        found.put(
                "answers",
                whole.answers().stream()
                        .filter(answer -> isShown(answer.ref(), account))
                        .map(this::answer)
                        .toList());
        found.put(
                "reviews",
                account.isSeeingReviews()
                        ? whole.reviews().stream()
                                .map(review -> Map.of(
                                        "name", Long.toString(review.number()), "closed", (Object) review.closed()))
                                .toList()
                        : List.of());
        return found;
    }

    /** A row of a file in no programme's folder is of nobody in particular. */
    private static boolean isShown(PersonTrace.Row row, Account account) {
        return row.programme().map(account::isSeeing).orElse(account.isSeeingAll());
    }

    /** By the batch that the line stands in. */
    private boolean isShown(String ref, Account account) {
        return account.isSeeingAll()
                || house.findBatch(ref.substring(0, ref.lastIndexOf('/')))
                        .filter(batch -> account.isSeeing(batch.programme()))
                        .isPresent();
    }

    private Map<String, String> row(PersonTrace.Row row) {
        return Map.of(
                "day",
                figures.day(row.day()),
                "file",
                DropDesk.masked(row.file()),
                "place",
                DropDesk.masked(row.place().seenFrom("")),
                "programme",
                row.programme().map(this::nameOf).orElse("–"),
                "outcome",
                messages.get("report.outcome." + id.jembatan.domain.RowCounts.nameOf(row.outcome())),
                "ref",
                row.ref());
    }

    private Map<String, String> entry(PersonTrace.Entry entry) {
        return Map.of(
                "programme",
                nameOf(entry.programme()),
                "state",
                messages.find("console.claim." + entry.state())
                        .orElse(entry.state().name()),
                "ended",
                entry.endedOn().map(figures::day).orElse(""),
                "kpj",
                entry.kpj());
    }

    /** As the last row said that is shown. */
    private List<Map<String, String>> person(List<PersonTrace.Row> rows) {
        return PersonTrace.latest(rows).map(row -> facts(row.worker())).orElse(List.of());
    }

    private Map<String, String> inQuestion(PersonTrace.Row row) {
        return Map.of(
                "name",
                DropDesk.masked(row.worker().name()),
                "born",
                row.worker().birthDate().map(figures::day).orElse(""),
                "file",
                DropDesk.masked(row.file()),
                "place",
                DropDesk.masked(row.place().seenFrom("")));
    }

    private Map<String, String> answer(PersonTrace.Answered answer) {
        return Map.of(
                "day",
                figures.day(answer.day()),
                "ref",
                answer.ref(),
                "verdict",
                answer.verdict()
                        .map(said -> messages.get("report.answer.verdict." + said))
                        .orElse("–"),
                "why",
                DropDesk.masked(answer.why()),
                "outcome",
                messages.get("report.answer.outcome." + answer.outcome()));
    }

    private List<Map<String, String>> facts(Worker worker) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact(Field.NAME, worker.name()));
        worker.birthDate().ifPresent(date -> facts.add(fact(Field.BIRTH_DATE, figures.day(date))));
        worker.texts().forEach((field, text) -> facts.add(fact(field, DropDesk.masked(text))));
        return facts;
    }

    private Map<String, String> fact(Field field, String text) {
        return Map.of("name", messages.get("field." + field.key()), "text", text);
    }

    private String nameOf(ProgrammeKey key) {
        return house.rules()
                .agreements()
                .findProgramme(key)
                .map(Programme::name)
                .orElse(key.toString());
    }
}
