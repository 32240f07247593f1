package id.jembatan.cli;

import id.jembatan.domain.Account;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Messages;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.Unusable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An account as somebody describes it on the command line; what cannot be is said in words. */
final class AskedAccount {

    private final Agreements agreements;
    private final Messages messages;

    AskedAccount(Agreements agreements, Messages messages) {
        this.agreements = agreements;
        this.messages = messages;
    }

    Account of(String name, String role, String regency, List<String> programmes) {
        if (!Account.isName(name)) {
            throw unusable("cli.console.no-name");
        }
        Role wanted = Stream.of(Role.values())
                .filter(each -> each.name().equals(role.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unusable("cli.console.no-role"));
        boolean local = wanted == Role.REGENCY || wanted == Role.AGENCY;
        if (local && regency.isEmpty()) {
            throw unusable("cli.console.needs-regency", role);
        }
        if (wanted == Role.AGENCY && programmes.isEmpty()) {
            throw unusable("cli.console.needs-programmes");
        }
        if ((!local && !regency.isEmpty()) || (wanted != Role.AGENCY && !programmes.isEmpty())) {
            throw unusable("cli.console.too-much", role);
        }
        Optional<RegencyCode> code = local ? Optional.of(known(regency)) : Optional.empty();
        programmes.forEach(programme -> AskedProgramme.find(agreements, messages, regency, programme));
        return new Account(name, wanted, code, Set.copyOf(programmes), 0);
    }

    private RegencyCode known(String regency) {
        return AskedProgramme.regency(agreements, messages, regency).code();
    }

    private Unusable unusable(String key, Object... arguments) {
        return new Unusable(messages.get(key, arguments));
    }
}
