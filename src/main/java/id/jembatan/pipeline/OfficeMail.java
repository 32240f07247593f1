package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.report.MailText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Tells the contact of a programme that a reply lies there: one mail for all that were written since the last look. What
 * was there when mail was switched on is told to nobody, nor what came more than a week ago while it was off.
 */
final class OfficeMail {

    private static final String TOLD = "offices";

    private final House house;
    private final MailSettings mail;
    private final MailOutbox outbox;
    private final MailText text;

    OfficeMail(House house, MailSettings mail, MailOutbox outbox, MailText text) {
        this.house = house;
        this.mail = mail;
        this.outbox = outbox;
        this.text = text;
    }

    /** Writes a mail to each office that has a new reply. */
    void look() throws IOException {
        if (!mail.offices()) {
            return;
        }
        long until = house.log().due().firstUnanswered();
        Optional<Long> told = outbox.findNote(TOLD).map(Long::parseLong);
        if (told.isEmpty()) {
            outbox.note(TOLD, Long.toString(until - 1));
            return;
        }
        long last = told.get();
        while (last < until - 1) {
            List<LoggedDrop> answered = house.log().listAnsweredAfter(last).stream()
                    .filter(drop -> drop.receipt().number() < until)
                    .toList();
            tell(answered);
            last = answered.isEmpty()
                    ? until - 1
                    : answered.get(answered.size() - 1).receipt().number();
            outbox.note(TOLD, Long.toString(last));
        }
    }

    private void tell(List<LoggedDrop> answered) throws IOException {
        Instant oldest = house.clock().now(BusinessClock.NOWHERE).minus(MailOutbox.KEPT);
        Map<String, List<MailText.Told>> byAddress = new LinkedHashMap<>();
        for (LoggedDrop drop : answered) {
            Optional<Programme> programme =
                    drop.receipt().programme().flatMap(house.rules().agreements()::findProgramme);
            Optional<String> address = programme.flatMap(OfficeMail::addressOf);
            boolean news = !drop.receipt().receivedAt().isBefore(oldest);
            if (news && address.isPresent() && drop.status().isPresent()) {
                byAddress
                        .computeIfAbsent(address.get(), each -> new ArrayList<>())
                        .add(told(drop, programme.get()));
            }
        }
        for (Map.Entry<String, List<MailText.Told>> office : byAddress.entrySet()) {
            long first = office.getValue().get(0).drop().receipt().number();
            outbox.add(
                    "office-" + first,
                    new MailOutbox.Mail(
                            office.getKey(), text.subjectOf(office.getValue()), text.of(office.getValue())));
        }
    }

    /** The first e-mail address among the contact's words. */
    private static Optional<String> addressOf(Programme programme) {
        Matcher address = MailSettings.ADDRESS.matcher(programme.contact());
        return address.find() ? Optional.of(address.group()) : Optional.empty();
    }

    private MailText.Told told(LoggedDrop drop, Programme programme) {
        Regency regency = house.rules().agreements().getRegency(programme.key().regency());
        LoggedDrop first = drop.firstReceipt().isPresent()
                ? house.log().get(drop.firstReceipt().getAsLong())
                : drop;
        String folder = house.workspace()
                .home()
                .relativize(house.index().folderOf(drop).resolve(first.folder()))
                .toString();
        return new MailText.Told(regency.name(), programme.name(), drop, folder + "/");
    }
}
