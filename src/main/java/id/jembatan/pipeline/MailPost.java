package id.jembatan.pipeline;

import id.jembatan.disk.Turn;
import id.jembatan.report.MailText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks what there is to tell by e-mail, and sends what waits. A server that is away holds nothing up: what it does not
 * take stays, is tried again with the next look, and after the third {@code status} and health say so.
 */
public final class MailPost {

    private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);
    private static final int TRIES_IN_A_ROW = 3;
    private static final String TURN = "turn-mail";

    private final House house;
    private final Supplier<CamelContext> camel;
    private final Optional<MailSettings> settings;
    private final Clock clock;
    private int failedLooks;

    /**
     * Of one home.
     *
     * @param settings empty where no server is named: then nothing is looked at
     */
    MailPost(House house, Supplier<CamelContext> camel, Optional<MailSettings> settings, Clock clock) {
        this.house = house;
        this.camel = camel;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look; of several processes in a home one at a time. */
    @SuppressWarnings("try") // the turn is held, not used
    public void look() throws IOException {
        if (settings.isEmpty()) {
            return;
        }
        Optional<Turn> turn = Turn.tryTake(house.workspace().work().resolve(TURN));
        if (turn.isPresent()) {
            try (Turn held = turn.get()) {
                look(settings.get());
            }
        }
    }

    private void look(MailSettings mail) throws IOException {
        MailOutbox outbox = new MailOutbox(MailOutbox.in(house.workspace().work()), clock);
        MailText text = new MailText(house.messages(), mail.link());
        new OperatorMail(house, mail, outbox, text).look();
        if (!new HouseHealth(house).isDatabaseAway()) {
            new OfficeMail(house, mail, outbox, text).look();
        }
        sendWaiting(mail, outbox);
    }

    private void sendWaiting(MailSettings mail, MailOutbox outbox) throws IOException {
        int failed = 0;
        String kind = "";
        for (Path waiting : outbox.listWaiting()) {
            Instant written = Files.getLastModifiedTime(waiting).toInstant();
            Optional<Throwable> fault = send(mail, outbox.read(waiting));
            if (fault.isEmpty()) {
                outbox.sent(waiting);
                continue;
            }
            kind = kindOf(fault.get());
            outbox.putBack(waiting, written);
            if (++failed == TRIES_IN_A_ROW) { // the others would fare no better
                break;
            }
        }
        if (failed == 0) {
            failedLooks = 0;
            outbox.goesOn();
        } else {
            failedLooks++;
            LOG.warn("e-mail is not taken by {}: {}; tried again", mail.host(), kind);
            if (failedLooks >= TRIES_IN_A_ROW) {
                outbox.failing(kind);
            }
        }
    }

    private Optional<Throwable> send(MailSettings mail, MailOutbox.Mail letter) throws IOException {
        try (ProducerTemplate template = camel.get().createProducerTemplate()) {
            Exchange sent = template.send("direct:mail-send-letter", exchange -> {
                exchange.getMessage().setBody(letter.text());
                exchange.getMessage()
                        .setHeaders(new java.util.HashMap<>(Map.of(
                                "To",
                                letter.to(),
                                "From",
                                mail.from(),
                                "Subject",
                                letter.subject(),
                                "contentType",
                                "text/plain; charset=UTF-8")));
            });
            return Optional.ofNullable(sent.getException());
        }
    }

    /** Of what kind the fault was at bottom; never its words, which name people's addresses. */
    private static String kindOf(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    /** A fault of looking itself: said in the log; the next look tries again. */
    public void goOn(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.warn("could not look what to tell by e-mail: {}", fault == null ? "" : Faults.brief(fault));
    }
}
