package id.jembatan.agreement;

import id.jembatan.agreement.Rates.Band;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads {@code config/rates.yaml}. */
final class RatesReader {

    private static final int RISK_CLASSES = 5;

    private static final Form<Protection> PROTECTION = Form.word(Protection.class, Protection::name);
    private static final Form<Funding> FUNDING = Form.word(Funding.class, Funding::name);
    private static final Form<RateTable.Workers> WORKERS =
            Form.word(RateTable.Workers.class, workers -> workers.name().toLowerCase(Locale.ROOT));

    private static final List<Protection> IN_BPU = List.of(Protection.JKK, Protection.JKM, Protection.JHT);
    private static final List<Protection> IN_PU = List.of(Protection.values());

    private final Section root;
    private final Problems problems;

    private RatesReader(Section root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static Rates read(Path file) {
        Problems problems = new Problems(file.getFileName().toString());
        return YamlText.read(file, problems)
                .flatMap(mapping -> new RatesReader(new Section(mapping, "", problems), problems).rates())
                .orElseThrow(() -> new AgreementsBroken(problems.inOrderOfLines()));
    }

    private Optional<Rates> rates() {
        Optional<Section> bpu = root.getSection("bpu");
        Optional<Section> pu = root.getSection("pu");
        Optional<Dated<List<Band>>> bands = bpu.flatMap(it -> dated(it, "bands", RatesReader::bands));
        Optional<Dated<BigDecimal>> cap =
                pu.flatMap(it -> dated(it, "jp-wage-cap", entry -> entry.get("rupiah", Form.RUPIAH)));
        Map<Segment, Map<Protection, Dated<Rate>>> bySegment = new EnumMap<>(Segment.class);
        bpu.ifPresent(it -> bySegment.put(Segment.BPU, ratesOf(it, IN_BPU)));
        pu.ifPresent(it -> bySegment.put(Segment.PU, ratesOf(it, IN_PU)));
        List<Relief> reliefs = root.listSections("relief").stream()
                .map(RatesReader::relief)
                .flatMap(Optional::stream)
                .toList();
        root.refuseOtherKeys();
        if (problems.count() > 0) {
            return Optional.empty();
        }
        return Optional.of(new Rates(bands.orElseThrow(), bySegment, cap.orElseThrow(), reliefs));
    }

    private static Map<Protection, Dated<Rate>> ratesOf(Section segment, List<Protection> protections) {
        Map<Protection, Dated<Rate>> rates = new EnumMap<>(Protection.class);
        for (Protection protection : protections) {
            dated(segment, protection.name().toLowerCase(Locale.ROOT), RatesReader::rate)
                    .ifPresent(rate -> rates.put(protection, rate));
        }
        segment.refuseOtherKeys();
        return rates;
    }

    private static <T> Optional<Dated<T>> dated(Section parent, String key, Function<Section, Optional<T>> value) {
        parent.requireKey(key);
        TreeMap<YearMonth, T> values = new TreeMap<>();
        List<Section> entries = parent.listSections(key);
        if (parent.isEmptyList(key)) {
            parent.blame(key, Kind.LIST_EMPTY);
        }
        for (Section entry : entries) {
            Optional<YearMonth> from = entry.get("from", Form.MONTH);
            Optional<T> read = value.apply(entry);
            entry.refuseOtherKeys();
            if (from.isEmpty() || read.isEmpty()) {
                continue;
            }
            if (!values.isEmpty() && !from.get().isAfter(values.lastKey())) {
                entry.blame("from", Kind.NOT_ASCENDING, from.get().toString());
            }
            values.put(from.get(), read.get());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Dated<>(values));
    }

    private static Optional<Rate> rate(Section entry) {
        Optional<BigDecimal> flat = entry.find("rupiah", Form.RUPIAH);
        Optional<BigDecimal> percent = entry.find("percent", Form.PERCENT);
        Optional<List<BigDecimal>> byRisk = entry.findList("percent-by-risk", Form.PERCENT);
        long given = List.of("rupiah", "percent", "percent-by-risk").stream()
                .filter(entry::has)
                .count();
        if (given != 1 || byRisk.filter(list -> list.size() != RISK_CLASSES).isPresent()) {
            entry.blame("from", Kind.ONE_OF, "rupiah, percent, percent-by-risk (" + RISK_CLASSES + ")");
            return Optional.empty();
        }
        return flat.map(amount -> new Rate(amount, List.of()))
                .or(() -> percent.map(share -> new Rate(BigDecimal.ZERO, List.of(share))))
                .or(() -> byRisk.map(shares -> new Rate(BigDecimal.ZERO, shares)));
    }

    private static Optional<List<Band>> bands(Section entry) {
        List<Band> bands = new ArrayList<>();
        entry.requireKey("lines");
        if (entry.isEmptyList("lines")) {
            entry.blame("lines", Kind.LIST_EMPTY);
        }
        for (Section line : entry.listSections("lines")) {
            Optional<BigDecimal> upTo = line.get("up-to", Form.RUPIAH);
            Optional<BigDecimal> base = line.get("base", Form.RUPIAH);
            line.refuseOtherKeys();
            if (upTo.isEmpty() || base.isEmpty()) {
                continue;
            }
            if (!bands.isEmpty() && bands.get(bands.size() - 1).upTo().compareTo(upTo.get()) >= 0) {
                line.blame("up-to", Kind.NOT_ASCENDING, upTo.get().toPlainString());
            }
            bands.add(new Band(upTo.get(), base.get()));
        }
        return Optional.of(bands).filter(it -> !it.isEmpty());
    }

    private static Optional<Relief> relief(Section entry) {
        entry.get("law", Form.TEXT);
        Optional<RateTable.Workers> workers = entry.get("workers", WORKERS);
        Optional<YearMonth> first = entry.get("from", Form.MONTH);
        Optional<YearMonth> last = entry.get("to", Form.MONTH);
        Optional<BigDecimal> percent = entry.get("percent", Form.PERCENT);
        Optional<List<Protection>> protections = entry.getList("protections", PROTECTION);
        Optional<List<Funding>> notFundedBy = entry.getList("not-funded-by", FUNDING);
        entry.refuseOtherKeys();
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            entry.blame(
                    "to", Kind.NOT_ASCENDING, last.get().toString(), first.get().toString());
        }
        if (workers.isEmpty() || first.isEmpty() || last.isEmpty() || percent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Relief(
                workers.get(),
                first.get(),
                last.get(),
                percent.get(),
                Set.copyOf(protections.orElse(List.of())),
                Set.copyOf(notFundedBy.orElse(List.of()))));
    }
}
