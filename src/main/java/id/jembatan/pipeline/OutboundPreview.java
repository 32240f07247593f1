package id.jembatan.pipeline;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.outbound.Preview;
import id.jembatan.outbound.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a layout would make of the people who wait to be sent, masked; nothing is frozen, numbered or written. */
public record OutboundPreview(
        String layout, String version, String fileName, List<String> headers, List<List<String>> rows) {

    private static final int PEOPLE = 10;

    public OutboundPreview {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /**
     * The first people of the programme's next batch.
     *
     * @param asked a layout's name; null for the programme's own
     */
    public static OutboundPreview of(House house, ProgrammeKey key, @Nullable String asked) {
        Regency regency = house.rules().agreements().getRegency(key.regency());
        Programme programme = house.rules().agreements().getProgramme(key);
        Profile profile = house.profile(key, asked == null ? programme.profile() : asked);
        LocalDate day = house.clock().today(regency.zone());
        BatchLines lines = new BatchLines(house.rules().contributions(), programme, day);
        Batch batch = new Batch(
                regency.code() + "-" + key.id() + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-00",
                Batch.Kind.NEW,
                regency,
                programme,
                day,
                0,
                0,
                Contribution.NONE,
                BigDecimal.ZERO,
                Optional.empty(),
                Optional.empty());
        Preview preview = Preview.of(
                profile,
                batch,
                house.enrolments().listStaged(key, PEOPLE).stream()
                        .map(lines::reckoned)
                        .toList());
        return new OutboundPreview(
                profile.name(), profile.version(), preview.fileName(), preview.headers(), preview.rows());
    }
}
