package id.jembatan.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;

/**
 * The mail server that is asked to carry e-mails, and who gets them.
 *
 * @param user "" where the server asks for nobody
 * @param operators who hears what stands still; may be nobody
 * @param offices whether the contact of a programme hears of replies
 * @param link what stands before a folder in a mail
 */
record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        List<String> operators,
        boolean offices,
        String link) {

    static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+");
    private static final String SECURITY = "jembatan.mail.security";

    /** Long enough for a slow line, short enough that a server that is silent holds nobody up. */
    private static final String PATIENCE_MS = "20000";

    /** How the way to the server is kept from others. */
    enum Security {
        none,
        starttls,
        tls
    }

    MailSettings {
        operators = List.copyOf(operators);
    }

    /** Nobody's password in a log. */
    @Override
    public String toString() {
        return "mail by " + host + ":" + port;
    }

    /**
     * As they are set; empty where no server is named: then no mail is written.
     *
     * @throws Unusable when they cannot be used
     */
    static Optional<MailSettings> of(Settings settings) {
        String host = settings.get("jembatan.mail.host");
        long port = settings.number("jembatan.mail.port");
        if (settings.number("jembatan.mail.every") < 1) {
            throw new Unusable("jembatan.mail.every", Unusable.Expected.SECONDS, "0");
        }
        Security security = security(settings.get(SECURITY));
        List<String> operators = addresses(settings, "jembatan.mail.operator");
        List<String> from = addresses(settings, "jembatan.mail.from");
        boolean offices = settings.flag("jembatan.mail.offices");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (from.size() != 1) {
            throw new Unusable("jembatan.mail.from", Unusable.Expected.ADDRESS, settings.get("jembatan.mail.from"));
        }
        if (port < 1 || port > 65_535) {
            throw new Unusable("jembatan.mail.port", Unusable.Expected.PORT, Long.toString(port));
        }
        return Optional.of(new MailSettings(
                host,
                (int) port,
                security,
                settings.get("jembatan.mail.user"),
                settings.get("jembatan.mail.password"),
                from.get(0),
                operators,
                offices,
                settings.get("jembatan.mail.link")));
    }

    private static Security security(String value) {
        return Stream.of(Security.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new Unusable(SECURITY, Unusable.Expected.SECURITY, value));
    }

    private static List<String> addresses(Settings settings, String key) {
        List<String> addresses = Stream.of(settings.get(key).split("[,;\\s]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        for (String address : addresses) {
            if (!ADDRESS.matcher(address).matches()) {
                throw new Unusable(key, Unusable.Expected.ADDRESS, address);
            }
        }
        return addresses;
    }

    /** What Camel sends by. A server that promises STARTTLS and does not keep it gets nothing. */
    JavaMailSender sender() {
        String protocol = security == Security.tls ? "smtps" : "smtp";
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MS);
        properties.setProperty(prefix + "timeout", PATIENCE_MS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(security == Security.starttls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(security == Security.starttls));
        properties.setProperty(prefix + "auth", Boolean.toString(!user.isEmpty()));
        DefaultJavaMailSender sender = new DefaultJavaMailSender();
        sender.setProtocol(protocol);
        sender.setHost(host);
        sender.setPort(port);
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
