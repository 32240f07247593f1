package id.jembatan.agreement;

import id.jembatan.domain.AgreementRemark;
import id.jembatan.domain.AgreementRemark.Kind;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Rupiah;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Proves the agreements: whether each budget covers its quota over all months, each month at its own rate, as the
 * promise stands on the day (SPEC section 3). Looks at no register: what is already spent is not its business.
 */
public final class AgreementCheck {

    private final Contributions contributions;
    private final LocalDate today;
    private final Messages messages;
    private final List<AgreementRemark> remarks = new ArrayList<>();

    private AgreementCheck(Contributions contributions, LocalDate today, Messages messages) {
        this.contributions = contributions;
        this.today = today;
        this.messages = messages;
    }

    /** What there is to say, in the order of the agreements; practice promises no money and is passed over. */
    public static List<AgreementRemark> check(
            Agreements agreements, Contributions contributions, LocalDate today, Messages messages) {
        AgreementCheck check = new AgreementCheck(contributions, today, messages);
        for (Regency regency : agreements.regencies()) {
            check.lookAtCode(regency);
            regency.programmes().stream()
                    .filter(programme -> !programme.practice())
                    .forEach(check::reckon);
        }
        return List.copyOf(check.remarks);
    }

    /** The statistics office numbers some regencies the other way round (7110 and 7111): the name gives it away. */
    private void lookAtCode(Regency regency) {
        Optional<String> known = RegionNames.find(regency.code().value());
        if (known.isEmpty()) {
            say(regency, Kind.CODE_UNKNOWN, regency.code());
        } else if (!RegionNames.areAlike(known.get(), regency.name())) {
            say(regency, Kind.NAME_DIFFERS, regency.code(), known.get(), regency.name());
        }
    }

    private void reckon(Programme programme) {
        OptionalInt quota = programme.quotaOn(today);
        Optional<BigDecimal> budget = programme.budgetOn(today);
        if (quota.isEmpty() && budget.isEmpty()) {
            return;
        }
        Optional<BigDecimal> onePerson = ofOnePerson(programme);
        if (onePerson.isEmpty()) {
            budget.ifPresent(amount -> say(programme, Kind.WAGES_DECIDE, rupiah(amount)));
            return;
        }
        int months = programme.monthsFrom(programme.start(), today);
        if (budget.isEmpty()) {
            BigDecimal needed = onePerson.get().multiply(BigDecimal.valueOf(quota.orElseThrow()));
            say(programme, Kind.QUOTA_WITHOUT_BUDGET, count(quota.orElseThrow()), months, rupiah(needed));
            return;
        }
        compare(programme, quota, budget.get(), onePerson.get(), months);
    }

    /** One person's contributions from the first month to the last; empty where only a wage could tell. */
    private Optional<BigDecimal> ofOnePerson(Programme programme) {
        BigDecimal sum = BigDecimal.ZERO;
        YearMonth last = programme.endOn(today);
        for (YearMonth it = programme.start(); !it.isAfter(last); it = it.plusMonths(1)) {
            Optional<BigDecimal> base = contributions.findBase(programme, Optional.empty(), "", it);
            if (base.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(contributions.monthly(programme, base.get(), it).total());
        }
        return Optional.of(sum).filter(total -> total.signum() > 0);
    }

    private void compare(Programme programme, OptionalInt quota, BigDecimal budget, BigDecimal onePerson, int months) {
        long covered = budget.divideToIntegralValue(onePerson).longValueExact();
        if (quota.isEmpty()) {
            say(programme, Kind.BUDGET_WITHOUT_QUOTA, rupiah(budget), count(covered), months);
            return;
        }
        int people = quota.getAsInt();
        BigDecimal needed = onePerson.multiply(BigDecimal.valueOf(people));
        Kind kind = covered < people ? Kind.BUDGET_SHORT : Kind.BUDGET_COVERS;
        say(
                programme,
                kind,
                rupiah(budget),
                count(covered),
                count(people),
                months,
                rupiah(needed),
                count(Math.abs(people - covered)));
    }

    private void say(Regency regency, Kind kind, Object... arguments) {
        String text = messages.get("agreement.remark." + kind, arguments);
        remarks.add(new AgreementRemark(regency.code(), Optional.empty(), kind, text));
    }

    private void say(Programme programme, Kind kind, Object... arguments) {
        String text = messages.get("agreement.remark." + kind, arguments);
        remarks.add(new AgreementRemark(programme.key().regency(), Optional.of(programme.key()), kind, text));
    }

    private String rupiah(BigDecimal amount) {
        return Rupiah.text(amount, messages.language());
    }

    private String count(long count) {
        return Rupiah.count(count, messages.language());
    }
}
