package id.jembatan.pipeline;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Programme;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Unanswered;
import id.jembatan.stage.SilenceShelf;
import id.jembatan.stage.SilenceShelf.Alike;
import id.jembatan.stage.SilenceShelf.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the lines that a branch has not answered again, alone and under their REF (SPEC section 9). */
public final class ResendLines {

    private static final Logger LOG = LoggerFactory.getLogger(ResendLines.class);

    private final House house;
    private final Service service;

    public ResendLines(House house, Service service) {
        this.house = house;
        this.service = service;
    }

    /** Those of one batch. */
    public List<String> resend(StoredBatch batch) throws IOException {
        return send(List.of(batch));
    }

    /** Those of every batch that is at least that old. */
    public List<String> resendOlderThan(long days) throws IOException {
        List<StoredBatch> old = new ArrayList<>();
        for (Unanswered silent : house.silence().listUnanswered()) {
            if (silent.days(today(silent)) >= days) {
                old.add(house.enrolments().get(silent.batch()));
            }
        }
        return send(old);
    }

    private LocalDate today(Unanswered silent) {
        return house.today(silent.programme().regency());
    }

    private List<String> send(List<StoredBatch> batches) throws IOException {
        SilenceShelf shelf = house.silence();
        List<String> numbers = new ArrayList<>();
        for (StoredBatch batch : batches) {
            shelf.resend(
                            batch,
                            house.today(batch.programme().regency()),
                            house.ruleSets().keep(),
                            alike -> reckon(batch, alike))
                    .ifPresent(numbers::add);
        }
        house.journal().bringUpToDate();
        service.sendFrozenBatches();
        numbers.forEach(number -> LOG.info("batch {}: sent again what was not answered", number));
        return numbers;
    }

    /** As the lines were reckoned when they were sent first. */
    private Totals reckon(StoredBatch batch, List<Alike> lines) {
        Programme programme = house.rules().agreements().getProgramme(batch.programme());
        Contributions contributions = house.rules().contributions();
        YearMonth month = YearMonth.from(batch.day());
        YearMonth first = month.isBefore(programme.start()) ? programme.start() : month;
        Contribution monthly = Contribution.NONE;
        BigDecimal total = BigDecimal.ZERO;
        for (Alike alike : lines) {
            monthly = monthly.plus(
                    contributions.monthly(programme, alike.base(), first).times(alike.people()));
            total = total.add(contributions
                    .over(programme, alike.base(), first, programme.endOn(batch.day()))
                    .times(alike.people())
                    .total());
        }
        return new Totals(monthly, total);
    }
}
