package id.jembatan.pipeline;

import id.jembatan.report.MailText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells the operator what has come to stand still since he was told last: the line, the disk, the database, a drop that was
 * set aside, a branch that is silent. It is read from how things stand, as {@code status} does, and not from events: so a
 * kill forgets nothing, and a thousand parked drops are one mail.
 */
final class OperatorMail {

    private static final String TOLD = "operator";

    private final House house;
    private final MailSettings mail;
    private final MailOutbox outbox;
    private final MailText text;

    OperatorMail(House house, MailSettings mail, MailOutbox outbox, MailText text) {
        this.house = house;
        this.mail = mail;
        this.outbox = outbox;
        this.text = text;
    }

    /** Writes a mail if there is news. */
    void look() throws IOException {
        if (mail.operators().isEmpty()) {
            return;
        }
        HouseHealth health = new HouseHealth(house);
        Map<String, String> matters = new TreeMap<>();
        health.reasons().stream()
                .filter(matter -> !matter.startsWith("MAIL_FAILED")) // no mail tells that none gets out
                .forEach(matter -> matters.put(nameOf(matter), matter));
        Set<String> told = new TreeSet<>(
                outbox.findNote(TOLD).stream().flatMap(String::lines).toList());
        Set<String> known = new TreeSet<>(matters.keySet());
        if (health.isDatabaseAway()) {
            told.stream().filter(OperatorMail::isOfTheRegister).forEach(known::add); // cannot be asked now
        } else {
            ofTheRegister().forEach(matter -> matters.put(nameOf(matter), matter));
            known.addAll(matters.keySet());
        }
        matters.keySet().removeAll(told);
        if (!matters.isEmpty()) {
            List<String> news = List.copyOf(matters.values());
            String name = "operator-"
                    + UUID.nameUUIDFromBytes(String.join("\n", news).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            outbox.add(
                    name,
                    new MailOutbox.Mail(
                            String.join(",", mail.operators()),
                            text.subjectOfMatters(news.size()),
                            text.ofMatters(news)));
        }
        if (!known.equals(told)) {
            outbox.note(TOLD, String.join("\n", known));
        }
    }

    private List<String> ofTheRegister() {
        return Stream.concat(
                        Attention.listParked(house).stream(),
                        Attention.listSilent(house).stream()
                                .filter(matter -> matter.kind().equals("CALL")))
                .map(Attention::text)
                .toList();
    }

    private static boolean isOfTheRegister(String name) {
        return name.startsWith("PARKED ") || name.startsWith("CALL ");
    }

    /** What stays the same while figures move: the disk gets fuller, the days go by. */
    private static String nameOf(String matter) {
        return matter.startsWith("DISK_SPACE") ? "DISK_SPACE" : matter.split(",", 2)[0];
    }
}
