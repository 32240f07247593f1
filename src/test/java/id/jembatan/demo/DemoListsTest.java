package id.jembatan.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoListsTest {

    private static final Agreements FIVE = DemoAgreements.five();
    private static final DemoLists LISTS = DemoLists.of(FIVE, DemoLists.SEED);

    @TempDir
    Path folder;

    @Test
    void comesToTheSizeOfFiveRealRegencies() {
        assertTrue(LISTS.rows() >= 100_000 && LISTS.rows() <= 125_000, LISTS.rows() + " rows");
        assertTrue(LISTS.drops().size() >= 90, LISTS.drops().size() + " drops");
    }

    @Test
    void everyQuotaIsFilledByGoodPeopleWhoAreCoveredNowhereElse() {
        Map<ProgrammeKey, Long> fresh = LISTS.drops().stream()
                .filter(drop -> !drop.expected().seen())
                .collect(Collectors.groupingBy(DemoDrop::programme, Collectors.summingLong(drop -> drop.expected()
                        .fresh())));

        for (Programme programme : FIVE.listProgrammes()) {
            long good = fresh.getOrDefault(programme.key(), 0L);
            long places = LISTS.expectedPlaces().getOrDefault(programme.key(), -1L);
            if (programme.quota().isPresent()) {
                assertEquals(programme.quota().getAsInt(), places, programme.key()::toString);
                assertTrue(good > places && good <= places * 1.03, () -> programme.key() + ": " + good);
            } else {
                assertEquals(good, places, programme.key()::toString);
            }
        }
    }

    @Test
    void theSixListsOfBolselProtect18786PeopleWithoutOneInCommon() {
        List<Campaign> six = campaigns("7111").stream()
                .filter(campaign -> campaign.programme().quota().isPresent())
                .toList();

        assertEquals(6, six.size());
        assertEquals(18_786, six.stream().mapToLong(Campaign::places).sum());
        assertNobodyTwice(six);
    }

    @Test
    void nobodyOfOneProgrammeIsANewcomerOfAnotherInTheSameMonths() {
        assertNobodyTwice(campaigns("9203"));
        assertNobodyTwice(campaigns("6111"));
        assertNobodyTwice(campaigns("7407"));
    }

    @Test
    void thePeopleOfPenajamIn2024ComeAgainIn2025() {
        Map<String, Set<Long>> niks = new HashMap<>();
        campaigns("6409")
                .forEach(campaign -> niks.put(campaign.programme().key().id(), freshNiks(campaign)));

        Set<Long> later = niks.getOrDefault("pekerja-rentan-2025", Set.of());
        assertTrue(later.size() > 15_000);
        assertTrue(later.containsAll(niks.getOrDefault("pekerja-rentan-2024", Set.of(0L))));
    }

    @Test
    void everyDropComesWhileItsProgrammeTakesLists() {
        for (DemoDrop drop : LISTS.drops()) {
            if (drop.programme().id().equals("latihan")) {
                continue; // is always open
            }
            Programme programme = FIVE.getProgramme(drop.programme());
            YearMonth month = YearMonth.from(drop.businessDate());
            assertTrue(programme.isOpenOn(drop.businessDate()), drop::fileName);
            assertFalse(month.isBefore(programme.start().minusMonths(1)), drop::fileName);
        }
    }

    @Test
    void noTwoFilesOfADayAndProgrammeHaveOneName() {
        Set<List<Object>> names = new HashSet<>();

        LISTS.drops()
                .forEach(drop -> assertTrue(
                        names.add(List.of(drop.businessDate(), drop.programme(), drop.fileName())), drop::fileName));
    }

    @Test
    void playsEveryWayInWhichAFileIsRefused() {
        Set<FindingCode> refused = LISTS.drops().stream()
                .flatMap(drop -> drop.expected().refused().stream())
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        FindingCode.FILE_EMPTY,
                        FindingCode.FILE_FORMAT,
                        FindingCode.FILE_NO_HEADER,
                        FindingCode.FILE_COLUMN_MISSING,
                        FindingCode.FILE_NIK_DAMAGED,
                        FindingCode.FILE_PROGRAMME_INACTIVE),
                refused);
        assertEquals(
                4, LISTS.drops().stream().filter(drop -> drop.expected().seen()).count());
    }

    @Test
    void writesTheSameBytesEachTimeAndBytesSeenBeforeWhereItSaysSo() throws IOException {
        Map<String, List<DemoDrop>> byHash = new TreeMap<>();

        for (DemoDrop drop : LISTS.drops()) {
            byHash.computeIfAbsent(hashOf(drop), unused -> new ArrayList<>()).add(drop);
        }

        DemoLists again = DemoLists.of(FIVE, DemoLists.SEED);
        for (int i = 0; i < LISTS.drops().size(); i += 7) {
            assertTrue(
                    byHash.containsKey(hashOf(again.drops().get(i))),
                    again.drops().get(i)::fileName);
        }
        byHash.values().forEach(drops -> {
            assertFalse(drops.get(0).expected().seen(), drops.get(0)::fileName);
            drops.stream().skip(1).forEach(later -> assertTrue(later.expected().seen(), later::fileName));
        });
    }

    @Test
    void leavesOutWhatTheAgreementsDoNotKnow() {
        assertEquals(List.of(), DemoLists.of(new Agreements(List.of()), 1).drops());
    }

    private String hashOf(DemoDrop drop) throws IOException {
        Path file = folder.resolve(drop.fileName());
        drop.writeTo(file);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Campaign> campaigns(String regency) {
        return new DemoPlan(FIVE, DemoLists.SEED)
                .campaigns().stream()
                        .filter(campaign ->
                                campaign.programme().key().regency().value().equals(regency))
                        .toList();
    }

    private static void assertNobodyTwice(List<Campaign> campaigns) {
        Set<Long> together = new HashSet<>();
        long people = 0;
        for (Campaign campaign : campaigns) {
            together.addAll(freshNiks(campaign));
            people += campaign.people();
        }
        assertEquals(people, together.size());
    }

    private static Set<Long> freshNiks(Campaign campaign) {
        return campaign.lists().stream()
                .flatMap(list -> list.fresh().stream())
                .flatMap(cohort -> LongStream.range(0, cohort.size()).mapToObj(cohort::get))
                .map(person -> person.nik().value())
                .collect(Collectors.toSet());
    }
}
