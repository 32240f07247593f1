package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A batch as a message that a mail program opens, ready to send (RFC 5322, RFC 2046): a fixed subject, the totals, the
 * files attached. It has no sender and no moment of sending; both are the mail program's.
 */
final class BatchMail {

    private static final String END = "\r\n";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

    private final Messages messages;

    BatchMail(Messages messages) {
        this.messages = messages;
    }

    static String nameOf(Batch batch) {
        return batch.number() + ".eml";
    }

    /**
     * Writes it.
     *
     * @param attached names of files in the folder
     * @param manifestSha256 makes the line between the parts one that stands in none of them, and always the same
     */
    void write(Path folder, Batch batch, List<String> attached, String manifestSha256, Optional<String> to)
            throws IOException {
        String boundary = "jembatan-" + manifestSha256.substring(0, 32);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(nameOf(batch))), 1 << 16)) {
            if (to.isPresent()) {
                line(out, "To: " + to.get().replaceAll("\\s+", " "));
            }
            line(out, "Subject: " + subject(batch));
            line(out, "X-Unsent: 1");
            line(out, "MIME-Version: 1.0");
            line(out, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
            line(out, "");
            line(out, "--" + boundary);
            line(out, "Content-Type: text/plain; charset=UTF-8");
            line(out, "Content-Transfer-Encoding: base64");
            line(out, "");
            line(out, BASE64.encodeToString(text(batch, attached).getBytes(StandardCharsets.UTF_8)));
            for (String name : attached) {
                line(out, "--" + boundary);
                line(out, "Content-Type: " + typeOf(name) + "; name=\"" + name + "\"");
                line(out, "Content-Disposition: attachment; filename=\"" + name + "\"");
                line(out, "Content-Transfer-Encoding: base64");
                line(out, "");
                try (OutputStream encoded = BASE64.wrap(new StaysOpen(out))) {
                    Files.copy(folder.resolve(name), encoded);
                }
                line(out, "");
            }
            line(out, "--" + boundary + "--");
        }
    }

    /** Only letters that every mail server passes: a batch's number has no others. */
    private static String subject(Batch batch) {
        return "[Jembatan] " + batch.number() + " " + batch.kind().key() + " " + batch.people();
    }

    private String text(Batch batch, List<String> attached) {
        String language = messages.language();
        return String.join(
                "\n",
                messages.get("outbound.subject." + batch.kind().key()),
                "",
                messages.get(
                        "outbound.opening." + batch.kind().key(),
                        Rupiah.count(batch.people(), language),
                        batch.programme().name()),
                "",
                messages.get("outbound.word.number") + ": " + batch.number(),
                messages.get("outbound.word.date") + ": "
                        + batch.day()
                                .format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(language))),
                messages.get("outbound.total.people") + ": " + Rupiah.count(batch.people(), language),
                messages.get("outbound.total.monthly") + ": "
                        + Rupiah.text(batch.monthly().total(), language),
                messages.get("outbound.total.total") + ": " + Rupiah.text(batch.total(), language),
                "",
                messages.get("outbound.word.files") + ":",
                String.join("\n", attached),
                "");
    }

    private static String typeOf(String name) {
        if (name.endsWith(".csv")) {
            return "text/csv; charset=UTF-8";
        }
        if (name.endsWith(".html")) {
            return "text/html; charset=UTF-8";
        }
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + END).getBytes(StandardCharsets.UTF_8));
    }

    /** An encoder says that it is done by closing; the message goes on. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
