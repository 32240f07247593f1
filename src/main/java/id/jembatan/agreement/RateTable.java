package id.jembatan.agreement;

import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rates of {@code config/rates.yaml}: exact decimal, rounded once per person and month (SPEC section 3). Thread-safe.
 */
public final class RateTable implements Contributions {

    /** Whom a relief of PP 50/2025 is for. */
    public enum Workers {
        /** Drivers and riders: ojek, sopir, kurir. */
        TRANSPORT,
        /** Everybody else without a wage. */
        OTHER
    }

    /** A village list has a handful of answers, a list of wages some thousands; past this the memory begins anew. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Rates rates;
    private final Map<Question, Contribution> remembered = new ConcurrentHashMap<>();
    private final Map<Span, Contribution> rememberedSpans = new ConcurrentHashMap<>();

    private RateTable(Rates rates) {
        this.rates = rates;
    }

    /**
     * Reads the rates.
     *
     * @throws AgreementsBroken with everything that is wrong in the file
     * @throws java.io.UncheckedIOException when it cannot be read at all
     */
    public static RateTable load(Path ratesFile) {
        return new RateTable(RatesReader.read(ratesFile));
    }

    @Override
    public Optional<BigDecimal> findBase(
            Programme programme, Optional<BigDecimal> wage, String position, YearMonth month) {
        if (programme.segment() == Segment.BPU) {
            return programme.base().or(() -> Optional.of(rates.lowestBase(month)));
        }
        return wage.or(() -> programme.findWageOf(position));
    }

    /** As for workers who have no relief of their own; see docs/rationale/agreements.md for transport workers. */
    @Override
    public Contribution monthly(Programme programme, BigDecimal base, YearMonth month) {
        return monthly(programme, base, month, Workers.OTHER);
    }

    /** As {@link #monthly(Programme, BigDecimal, YearMonth)}, for somebody whose occupation is known. */
    public Contribution monthly(Programme programme, BigDecimal base, YearMonth month, Workers workers) {
        return recall(remembered, question(programme, base, month, workers), this::reckon);
    }

    /** A night asks the same of everybody in a programme, for all its months. */
    @Override
    public Contribution over(Programme programme, BigDecimal base, YearMonth first, YearMonth last) {
        return recall(
                rememberedSpans,
                new Span(question(programme, base, first, Workers.OTHER), last),
                span -> Contributions.super.over(programme, base, first, last));
    }

    private static <Q> Contribution recall(
            Map<Q, Contribution> remembered, Q question, Function<Q, Contribution> reckoning) {
        Contribution known = remembered.get(question);
        if (known != null) {
            return known;
        }
        Contribution answer = reckoning.apply(question);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(question, answer);
        return answer;
    }

    private static Question question(Programme programme, BigDecimal base, YearMonth month, Workers workers) {
        return new Question(
                programme.segment(),
                programme.funding(),
                programme.protections(),
                programme.risk(),
                programme.rounding(),
                base,
                month,
                workers);
    }

    private Contribution reckon(Question question) {
        EnumMap<Protection, BigDecimal> exact = new EnumMap<>(Protection.class);
        for (Protection protection : question.protections) {
            exact.put(protection, exact(question, protection));
        }
        return LargestRemainder.round(exact, question.rounding);
    }

    private BigDecimal exact(Question question, Protection protection) {
        BigDecimal base = protection == Protection.JP
                ? question.base.min(rates.pensionWageCap().in(question.month))
                : question.base;
        BigDecimal amount =
                rates.of(question.segment, protection).in(question.month).of(base, question.risk);
        if (question.segment == Segment.BPU) {
            for (Relief relief : rates.reliefs()) {
                if (relief.applies(question.workers, question.funding, protection, question.month)) {
                    amount = relief.reduce(amount);
                }
            }
        }
        return amount;
    }

    /** All that an answer depends on, and nothing else: two programmes that ask alike share it. */
    private record Question(
            Segment segment,
            Funding funding,
            Set<Protection> protections,
            int risk,
            RoundingMode rounding,
            BigDecimal base,
            YearMonth month,
            Workers workers) {}

    /** The months from the question's to the last. */
    private record Span(Question first, YearMonth last) {}
}
