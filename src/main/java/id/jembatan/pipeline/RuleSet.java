package id.jembatan.pipeline;

import id.jembatan.domain.Limits;
import id.jembatan.domain.Messages;
import id.jembatan.outbound.Extras;
import id.jembatan.outbound.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that judges a list or words what is said of it, as it stood at one moment.
 *
 * @param extras what lies beside the files of a batch
 */
record RuleSet(Rulebook book, Messages messages, Profiles profiles, Limits limits, Extras extras) {

    /** Of a configuration folder as it lies there. */
    static RuleSet load(Settings settings, Rulebook book) throws IOException {
        Messages messages = MessageFiles.load(settings.config(), settings.language());
        return of(settings, book, messages);
    }

    /**
     * Of a folder of archived rules.
     *
     * @param today the settings of today: for all that is no rule
     */
    static RuleSet loadArchived(Path folder, Settings today) throws IOException {
        Settings then = today.under(folder);
        Messages messages = MessageFiles.loadArchived(folder, then.language(), today.config());
        return of(then, Configuration.loadArchivedRules(then), messages);
    }

    private static RuleSet of(Settings settings, Rulebook book, Messages messages) throws IOException {
        return new RuleSet(
                book,
                messages,
                Configuration.loadProfiles(settings, book.agreements(), messages),
                settings.limits(),
                new Extras(
                        settings.flag("jembatan.outbound.sums"),
                        settings.flag("jembatan.outbound.mail"),
                        Optional.of(settings.get("jembatan.outbound.mail.to")).filter(to -> !to.isBlank())));
    }
}
