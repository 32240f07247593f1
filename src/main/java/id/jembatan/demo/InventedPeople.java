package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Sex;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The invented people of one regency, {@value #MOST} of them, each given by an ordinal alone: nothing is kept. No two
 * ordinals of a regency share birth date and serial, and no two regencies share an area code, so no two people share a
 * NIK. All were born from 1961 to June 2003 and so are from 18 to 65 years old on every day of the demo.
 */
public final class InventedPeople {

    /** How many people a regency has. */
    public static final long MOST = 10_000_000;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1961, 1, 1);
    private static final long BIRTH_DAYS = FIRST_BIRTH.until(LocalDate.of(2003, 7, 1), ChronoUnit.DAYS);
    private static final long SLOTS = BIRTH_DAYS * Niks.SERIALS;
    private static final long MASK = (1 << 24) - 1;

    private static final List<String> ROADS = List.of(
            "Pala", "Pantai Indah", "Merdeka", "Kenanga", "Nelayan", "Poros Desa", "Melati", "Pasar Baru", "Cengkeh");

    private final RegencyCode regency;
    private final long seed;
    private final Calling calling;
    private final List<Places.District> districts;
    private final List<Origin> origins;

    /** Where somebody was first registered. */
    private record Origin(String town, List<Integer> districts) {}

    private InventedPeople(
            RegencyCode regency, long seed, Calling calling, List<Places.District> districts, List<Origin> origins) {
        this.regency = regency;
        this.seed = seed;
        this.calling = calling;
        this.districts = List.copyOf(districts);
        this.origins = List.copyOf(origins);
    }

    /**
     * The people of one of the five regencies.
     *
     * @throws IllegalArgumentException for a regency whose villages are not in the reference
     */
    public static InventedPeople of(RegencyCode regency, long seed) {
        List<Places.District> districts = Places.districtsOf(regency);
        if (districts.isEmpty()) {
            throw new IllegalArgumentException("the villages of " + regency + " are not known");
        }
        List<Origin> origins = Stream.concat(
                        Stream.of(regency), originsOfMovers(regency).stream().map(RegencyCode::new))
                .map(home -> new Origin(Places.nameOf(home), Places.districtCodesOf(home)))
                .toList();
        return new InventedPeople(regency, seed, Calling.VULNERABLE, districts, origins);
    }

    /** The same people with work of that kind. */
    public InventedPeople who(Calling work) {
        return new InventedPeople(regency, seed, work, districts, origins);
    }

    /** The same people, all living in one district; their NIKs stay the same people's, but begin with its code. */
    public InventedPeople livingIn(String district) {
        List<Places.District> only = districts.stream()
                .filter(known -> known.name().equals(district))
                .toList();
        if (only.isEmpty()) {
            throw new IllegalArgumentException("no district " + district + " in " + regency);
        }
        return new InventedPeople(regency, seed, calling, only, origins);
    }

    public RegencyCode regency() {
        return regency;
    }

    Calling calling() {
        return calling;
    }

    List<Places.District> districts() {
        return districts;
    }

    /** The people from one ordinal to the one below the other. */
    public Stream<InventedPerson> stream(long from, long to) {
        return LongStream.range(from, to).mapToObj(this::get);
    }

    public InventedPerson get(long ordinal) {
        if (ordinal < 0 || ordinal >= MOST) {
            throw new IndexOutOfBoundsException("ordinals run from 0 to " + (MOST - 1) + ", found " + ordinal);
        }
        Dice dice = Dice.of(seed, Long.parseLong(regency.value()), ordinal);
        long slot = scatter(ordinal);
        LocalDate birth = FIRST_BIRTH.plusDays(slot % BIRTH_DAYS);
        int serial = Niks.FIRST_SERIAL + (int) (slot / BIRTH_DAYS);
        Sex sex = dice.perMille(550) ? Sex.MALE : Sex.FEMALE;
        Places.District home = districts.get((int) (dice.belowLong(1L << 40) % districts.size()));
        Origin origin = dice.perMille(120) ? origins.get(1 + dice.below(origins.size() - 1)) : origins.get(0);
        int anyDistrict = dice.pick(origin.districts());
        int registered = origin.equals(origins.get(0)) && dice.perMille(900) ? home.code() : anyDistrict;
        String name = Names.of(regency).invent(dice, sex);
        FieldTexts.Builder texts = FieldTexts.builder().put(Field.BIRTH_PLACE, origin.town());
        settleDown(texts, home, registered, dice);
        Livelihood.give(texts, calling, Dice.of(seed, ordinal, 7));
        return new InventedPerson(ordinal, Niks.of(registered, birth, sex, serial), name, sex, birth, texts.build());
    }

    private void settleDown(FieldTexts.Builder texts, Places.District home, int registered, Dice dice) {
        int house = dice.between(1, 120);
        String road = dice.pick(ROADS);
        texts.put(Field.ADDRESS, "Jl. " + road + " No. " + house)
                .put(Field.RT, padded(dice.between(1, 12), 3))
                .put(Field.RW, padded(dice.between(1, 5), 3))
                .put(Field.MOTHER_NAME, Names.of(regency).invent(dice, Sex.FEMALE))
                .put(Field.PHONE, phone(dice))
                .put(Field.FAMILY_CARD, familyCard(registered, dice).digits())
                .put(Field.VILLAGE, home.villages().get((int)
                        (dice.belowLong(1L << 40) % home.villages().size())))
                .put(Field.DISTRICT, home.name());
    }

    /** 0812-000x-xxxx: of the right form, and plainly made up. */
    static String phone(Dice dice) {
        return "0812000" + padded(dice.below(100_000), 5);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    /** Issued from 2008 to 2019, so that it is nobody's NIK here. */
    private static NationalId familyCard(int district, Dice dice) {
        LocalDate issued = LocalDate.of(dice.between(2008, 2019), dice.between(1, 12), dice.between(1, 28));
        return Niks.of(district, issued, Sex.MALE, dice.between(Niks.FIRST_SERIAL, 9999));
    }

    /**
     * Gives each ordinal a slot of its own (a birth date and a serial) in no order that shows: xor-shifts and odd
     * factors are one-to-one on 24 bits, and who falls outside the slots walks on.
     */
    private long scatter(long ordinal) {
        long x = ordinal;
        do {
            x = (x + seed) & MASK;
            x ^= x >>> 11;
            x = (x * 0x5bd1e9d) & MASK;
            x ^= x >>> 13;
            x = (x * 0x2c1b3c5) & MASK;
            x ^= x >>> 12;
        } while (x >= SLOTS);
        return x;
    }

    /** The parent regency and a neighbour; no regency stands in two of these lists. */
    private static List<String> originsOfMovers(RegencyCode regency) {
        return switch (regency.value()) {
            case "9203" -> List.of("8101", "9202");
            case "6111" -> List.of("6104", "6171");
            case "6409" -> List.of("6401", "6471");
            case "7111" -> List.of("7101", "7174");
            default -> List.of("7404", "7472");
        };
    }
}
