package id.jembatan.demo;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.ProgrammeKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plan of the demo: what the five regencies drop from 2022 to 2025, at the real sizes of their agreements
 * (AGREEMENTS: Fakfak, Kayong Utara, Penajam Paser Utara, Bolaang Mongondow Selatan, Wakatobi), with the usual faults.
 * Programmes that the agreements do not know are left out. Nothing is written before a drop is asked to.
 */
public final class DemoLists {

    /** What the demo is played with. */
    public static final long SEED = 18_786;

    private final List<DemoDrop> drops;
    private final SortedMap<ProgrammeKey, Long> expectedPlaces;

    private DemoLists(List<DemoDrop> drops, SortedMap<ProgrammeKey, Long> expectedPlaces) {
        this.drops = List.copyOf(drops);
        this.expectedPlaces = expectedPlaces;
    }

    public static DemoLists of(Agreements agreements, long seed) {
        List<DemoDrop> drops = new ArrayList<>();
        SortedMap<ProgrammeKey, Long> places = new TreeMap<>();
        for (Campaign campaign : new DemoPlan(agreements, seed).campaigns()) {
            drops.addAll(campaign.drops());
            places.put(campaign.programme().key(), campaign.places());
        }
        drops.sort(Comparator.comparing(DemoDrop::businessDate)
                .thenComparing(DemoDrop::programme)
                .thenComparing(DemoDrop::fileName));
        return new DemoLists(drops, places);
    }

    /** In order of their days. */
    public List<DemoDrop> drops() {
        return drops;
    }

    /**
     * How many people have a place in each programme when every drop has come: the quota, for a programme that has
     * one. Bolsel's six lists of people who live from their own work have 18,786 together.
     */
    public SortedMap<ProgrammeKey, Long> expectedPlaces() {
        return new TreeMap<>(expectedPlaces);
    }

    /** Rows of all files that are not refused, those dropped again counted again. */
    public long rows() {
        return drops.stream().mapToLong(drop -> drop.expected().rows()).sum();
    }
}
