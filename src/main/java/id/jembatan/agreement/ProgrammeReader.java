package id.jembatan.agreement;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.Amendment;
import id.jembatan.domain.Field;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Protection;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Segment;
import id.jembatan.domain.Sending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one programme with the defaults of SPEC section 3. */
final class ProgrammeReader {

    private static final int MOST_PEOPLE = 300_000_000;
    private static final int MOST_MONTHS = 1_200;

    /** Ten years after the end, to be confirmed: docs/rationale/agreements.md. */
    private static final int RETENTION_MONTHS = 120;

    private static final AgeRange AGE_IN_BPU = new AgeRange(18, OptionalInt.of(65));
    private static final AgeRange AGE_IN_PU = new AgeRange(18, OptionalInt.empty());

    private static final Form<Segment> SEGMENT = Form.word(Segment.class, Segment::name);
    private static final Form<Group> GROUP = Form.word(Group.class, Group::key);
    private static final Form<Funding> FUNDING = Form.word(Funding.class, Funding::name);
    private static final Form<Protection> PROTECTION = Form.word(Protection.class, Protection::name);
    private static final Form<IntakeMode> MODE = Form.word(
            IntakeMode.class, mode -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    private static final Form<Boolean> OVERLAP = Form.word(overlapWords());
    private static final Form<RoundingMode> ROUNDING = Form.word(roundingWords());
    private static final Form<Sending> SEND = sendForm();
    private static final Form<Boolean> RELEASE = Form.word(releaseWords());
    private static final Form<Integer> AGE = Form.count(0, 130);
    private static final Form<Integer> PEOPLE = Form.count(0, MOST_PEOPLE);
    private static final Form<Integer> MONTHS = Form.count(1, MOST_MONTHS);
    private static final Form<Integer> RETENTION = Form.count(0, MOST_MONTHS);
    private static final Form<Integer> RISK = Form.count(1, 5);

    private final Section section;
    private final Problems problems;

    ProgrammeReader(Section section, Problems problems) {
        this.section = section;
        this.problems = problems;
    }

    /** The programme; empty when anything is wrong with it, and then the problems say what. */
    Optional<Programme> read(RegencyCode regency) {
        int before = problems.count();
        Optional<String> id = section.get("id", Form.SLUG);
        Optional<String> name = section.get("name", Form.TEXT);
        Optional<Segment> segment = section.get("segment", SEGMENT);
        Optional<Group> group = section.get("group", GROUP);
        Optional<Funding> funding = section.get("funding", FUNDING);
        Set<Protection> protections = protections(segment);
        Optional<YearMonth> start = section.get("start", Form.MONTH);
        Optional<Integer> months = section.get("months", MONTHS);
        Optional<Integer> quota = section.find("quota", PEOPLE);
        Optional<BigDecimal> budget = section.find("budget", Form.RUPIAH);
        AgeRange age = age(segment);
        Map<String, BigDecimal> wageByPosition = wageByPosition();
        Set<Field> required = required(segment, !wageByPosition.isEmpty());
        Optional<IntakeMode> mode = section.find("mode", MODE);
        Optional<BigDecimal> base = section.find("base", Form.RUPIAH);
        Optional<Boolean> overlap = section.find("overlap", OVERLAP);
        Optional<Integer> risk = section.find("risk", RISK);
        Optional<RoundingMode> rounding = section.find("rounding", ROUNDING);
        Optional<String> profile = section.find("profile", Form.SLUG);
        Optional<Integer> retention = section.find("retention", RETENTION);
        Optional<String> agency = section.find("agency", Form.TEXT);
        Optional<String> contact = section.find("contact", Form.TEXT);
        Optional<Boolean> practice = section.find("practice", Form.FLAG);
        Optional<Boolean> active = section.find("active", Form.FLAG);
        List<Amendment> amendments = section.listSections("amendments").stream()
                .map(this::amendment)
                .flatMap(Optional::stream)
                .toList();
        Optional<String> source = section.find("source", Form.TEXT);
        Optional<Sending> send = section.find("send", SEND);
        Optional<Boolean> release = section.find("release", RELEASE);
        section.refuseOtherKeys();
        segment.ifPresent(this::refuseKeysOfTheOtherSegment);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Programme(
                new ProgrammeKey(regency, id.orElseThrow()),
                name.orElseThrow(),
                agency.orElse(""),
                segment.orElseThrow(),
                group.orElseThrow(),
                funding.orElseThrow(),
                protections,
                start.orElseThrow(),
                months.orElseThrow(),
                toInt(quota),
                budget,
                age,
                required,
                mode.orElse(IntakeMode.APPEND),
                base,
                overlap.orElse(false),
                risk.orElse(1),
                rounding.orElse(RoundingMode.HALF_EVEN),
                wageByPosition,
                profile.orElse("provisional-1"),
                retention.orElse(RETENTION_MONTHS),
                contact.orElse(""),
                practice.orElse(false),
                active.orElse(true),
                amendments,
                source.orElse(""),
                sending(send, release)));
    }

    private static Sending sending(Optional<Sending> send, Optional<Boolean> release) {
        Sending when = send.orElse(Sending.NIGHTLY);
        return new Sending(when.monthly(), when.minimum(), release.orElse(false));
    }

    private Set<Protection> protections(Optional<Segment> segment) {
        Set<Protection> protections = EnumSet.noneOf(Protection.class);
        section.getList("protections", PROTECTION).ifPresent(protections::addAll);
        if (section.isEmptyList("protections")) {
            section.blame("protections", Kind.LIST_EMPTY);
        }
        if (protections.contains(Protection.JP)
                && segment.filter(Segment.BPU::equals).isPresent()) {
            section.blame("protections", Kind.NOT_IN_SEGMENT, "JP", "BPU");
        }
        return protections;
    }

    private AgeRange age(Optional<Segment> segment) {
        AgeRange usual = segment.filter(Segment.PU::equals).isPresent() ? AGE_IN_PU : AGE_IN_BPU;
        return section.findSection("age")
                .map(age -> {
                    int min = age.find("min", AGE).orElse(usual.min());
                    Optional<Integer> given = age.find("max", AGE);
                    OptionalInt max = given.isPresent() ? toInt(given) : usual.max();
                    age.refuseOtherKeys();
                    if (max.isPresent() && max.getAsInt() < min) {
                        age.blame("max", Kind.AGES_REVERSED, Integer.toString(min), Integer.toString(max.getAsInt()));
                        return usual;
                    }
                    return new AgeRange(min, max);
                })
                .orElse(usual);
    }

    /** A row without a NIK is nobody's, so a list of its own need not name it. */
    private Set<Field> required(Optional<Segment> segment, boolean hasWageByPosition) {
        Set<Field> required = EnumSet.of(Field.NIK);
        required.addAll(section.findList("required", Form.FIELD).orElseGet(() -> {
            Set<Field> usual = EnumSet.of(Field.NAME, Field.BIRTH_DATE);
            if (segment.filter(Segment.PU::equals).isPresent()) {
                usual.add(hasWageByPosition ? Field.POSITION : Field.WAGE);
            }
            return List.copyOf(usual);
        }));
        return required;
    }

    private Map<String, BigDecimal> wageByPosition() {
        Map<String, BigDecimal> wages = new LinkedHashMap<>();
        section.findSection("wage-by-position").ifPresent(positions -> positions
                .entries(Form.RUPIAH)
                .forEach((position, wage) ->
                        wages.put(position.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT), wage)));
        return wages;
    }

    private Optional<Amendment> amendment(Section amendment) {
        Optional<LocalDate> from = amendment.get("from", Form.DAY);
        Optional<Integer> quota = amendment.find("quota", PEOPLE);
        Optional<BigDecimal> budget = amendment.find("budget", Form.RUPIAH);
        Optional<Integer> months = amendment.find("months", MONTHS);
        amendment.refuseOtherKeys();
        if (!amendment.has("quota") && !amendment.has("budget") && !amendment.has("months")) {
            amendment.blame("from", Kind.AMENDS_NOTHING);
        }
        return from.map(day -> new Amendment(day, toInt(quota), budget, toInt(months)));
    }

    /** A key without effect would promise something that nobody keeps. */
    private void refuseKeysOfTheOtherSegment(Segment segment) {
        List<String> others = segment == Segment.BPU ? List.of("risk", "wage-by-position") : List.of("base");
        others.stream()
                .filter(section::has)
                .forEach(key -> section.blame(key, Kind.NOT_IN_SEGMENT, key, segment.name()));
    }

    private static OptionalInt toInt(Optional<Integer> count) {
        return count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty();
    }

    /** {@code nightly}, {@code monthly}, or {@code minimum 50}. */
    private static Form<Sending> sendForm() {
        Pattern minimum = Pattern.compile("minimum ([1-9][0-9]{0,8})");
        return new Form<>(Kind.WORD_UNKNOWN, "nightly, monthly, minimum N", scalar -> {
            Matcher atLeast = minimum.matcher(scalar.text().strip());
            if (atLeast.matches()) {
                return Optional.of(new Sending(false, OptionalLong.of(Long.parseLong(atLeast.group(1))), false));
            }
            return switch (scalar.text().strip()) {
                case "nightly" -> Optional.of(Sending.NIGHTLY);
                case "monthly" -> Optional.of(new Sending(true, OptionalLong.empty(), false));
                default -> Optional.empty();
            };
        });
    }

    private static Map<String, Boolean> releaseWords() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("at-once", false);
        words.put("confirmed", true);
        return words;
    }

    private static Map<String, Boolean> overlapWords() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("refused", false);
        words.put("allowed", true);
        return words;
    }

    /** All but UNNECESSARY, which rounds nothing and fails on the first half rupiah. */
    private static Map<String, RoundingMode> roundingWords() {
        Map<String, RoundingMode> words = new LinkedHashMap<>();
        for (RoundingMode mode : RoundingMode.values()) {
            if (mode != RoundingMode.UNNECESSARY) {
                words.put(mode.name(), mode);
            }
        }
        return words;
    }
}
