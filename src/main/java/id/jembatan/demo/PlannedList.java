package id.jembatan.demo;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.ProgrammeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One list of a campaign, before it is a file.
 *
 * @param place the district or office that sends it
 * @param fresh who is new in the programme
 * @param covered who has a place elsewhere
 * @param strangers the people of its faulty rows
 */
record PlannedList(
        LocalDate day,
        ProgrammeKey programme,
        String place,
        String fileName,
        ListStyle style,
        List<Cohort> fresh,
        List<Cohort> covered,
        Faults faults,
        InventedPeople strangers,
        long firstStranger) {

    PlannedList {
        fresh = List.copyOf(fresh);
        covered = List.copyOf(covered);
    }

    long freshPeople() {
        return fresh.stream().mapToLong(Cohort::size).sum();
    }

    PlannedList covering(Cohort others) {
        List<Cohort> more = Stream.concat(covered.stream(), Stream.of(others)).toList();
        return new PlannedList(day, programme, place, fileName, style, fresh, more, faults, strangers, firstStranger);
    }

    DemoDrop drop() {
        return new DemoDrop(day, programme, fileName, expected(), this::write);
    }

    /** In a folder of a ZIP, as a messenger sends it. */
    DemoDrop dropZipped(LocalDate later) {
        PlannedList list = on(later, programme);
        String zip = "Kiriman " + place + ".zip";
        return new DemoDrop(later, programme, zip, zip + "!/" + fileName, list.expected(), file -> {
            Path plain = file.resolveSibling(".isi" + file.getFileName());
            try {
                list.write(plain);
                ZippedList.write(file, "kiriman/" + fileName, plain);
            } finally {
                Files.deleteIfExists(plain);
            }
        });
    }

    /** The office tries its list out first: nothing of it is kept. */
    DemoDrop dropForPractice(LocalDate earlier, String practice) {
        PlannedList list = on(earlier, new ProgrammeKey(programme.regency(), practice));
        return new DemoDrop(earlier, list.programme, "Coba " + fileName, list.expected(), list::write);
    }

    private PlannedList on(LocalDate other, ProgrammeKey where) {
        return new PlannedList(other, where, place, fileName, style, fresh, covered, faults, strangers, firstStranger);
    }

    /** The same bytes on a later day, under another name. */
    DemoDrop dropAgain(LocalDate later) {
        return new DemoDrop(later, programme, "Salinan " + fileName, expected().again(), this::write);
    }

    /** The same people on a later day, every second with a new telephone number. */
    DemoDrop dropUpdated(LocalDate later) {
        List<Cohort> updated = fresh.stream().map(Cohort::withNewPhones).toList();
        long changed = updated.stream().mapToLong(Cohort::changed).sum();
        PlannedList list = new PlannedList(
                later,
                programme,
                place,
                fileName,
                style,
                updated,
                List.of(),
                faults.slipsOnly(),
                strangers,
                firstStranger);
        DropExpectation expected =
                new DropExpectation(Optional.empty(), false, 0, changed, freshPeople() - changed, 0, 0, 0, 0);
        return new DemoDrop(later, programme, "Pemutakhiran " + fileName, expected, list::write);
    }

    /** The same people on an earlier day, from a program that kept 15 digits of every NIK. */
    DemoDrop dropDamaged(LocalDate earlier) {
        ListStyle numbers = OfficeStyle.NUMBER_WORKBOOK.styleFor(strangers.calling(), place, Set.of());
        Spoiler spoiler = new Spoiler(numbers, new Typist(numbers, 0));
        DemoDrop.FileMaker maker = file -> ListWriter.writeWhole(
                file, numbers, people().map(spoiler::rounded).iterator());
        return new DemoDrop(
                earlier,
                programme,
                "Konversi " + place + ".xlsx",
                DropExpectation.refused(FindingCode.FILE_NIK_DAMAGED),
                maker);
    }

    private Stream<InventedPerson> people() {
        return fresh.stream()
                .flatMap(cohort -> LongStream.range(0, cohort.size()).mapToObj(cohort::get));
    }

    private void write(Path file) throws IOException {
        List<Cohort> good = Stream.concat(fresh.stream(), covered.stream()).toList();
        Dice dice = Dice.of(firstStranger, day.toEpochDay());
        ListWriter.writeWhole(file, style, new MixedRows(style, good, faults, strangers, firstStranger, dice));
    }

    private DropExpectation expected() {
        long outside = covered.stream().mapToLong(Cohort::size).sum();
        Map<Fault, Long> cases = faults.casesFor(strangers.calling(), freshPeople() + outside);
        long rejected = 0;
        for (Map.Entry<Fault, Long> entry : cases.entrySet()) {
            rejected += entry.getKey().isRejected() ? entry.getValue() : 0;
        }
        long duplicate = cases.getOrDefault(Fault.SAME_PERSON_TWICE, 0L);
        long review = Fault.TWO_PEOPLE_ONE_NIK.rows() * cases.getOrDefault(Fault.TWO_PEOPLE_ONE_NIK, 0L);
        return new DropExpectation(Optional.empty(), false, freshPeople(), 0, 0, duplicate, outside, review, rejected);
    }
}
