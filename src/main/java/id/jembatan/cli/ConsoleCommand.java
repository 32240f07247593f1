package id.jembatan.cli;

import id.jembatan.domain.Account;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may sign in at the console. */
@Command(
        name = "console",
        footer = {"jembatan console user ani --role operator", "jembatan console users", "jembatan console remove budi"
        },
        subcommands = {ConsoleCommand.User.class, ConsoleCommand.Users.class, ConsoleCommand.Remove.class})
final class ConsoleCommand extends CommandGroup {

    /** Makes an account, or gives it another role and a new one-time password. */
    @Command(
            name = "user",
            footer = {
                "jembatan console user ani --role operator",
                "jembatan console user budi --role regency --regency 9203",
                "jembatan console user dewi --role agency --regency 7111 --programmes aparatur-desa-2025"
            })
    static final class User extends HouseCommand {

        @Parameters(paramLabel = "NAME", descriptionKey = "account")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Option(names = "--role", paramLabel = "ROLE", required = true)
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String role;

        @Option(names = "--regency", paramLabel = "CODE")
        private @Nullable String regency;

        @Option(names = "--programmes", paramLabel = "ID", split = ",")
        private List<String> programmes = List.of();

        @Override
        int call(House house) throws Exception {
            Account account = new AskedAccount(house.rules().agreements(), house.messages())
                    .of(name, role, regency == null ? "" : regency, programmes);
            Map<String, Object> facts = Map.of(
                    "account", account.name(),
                    "role", account.role().name(),
                    "regency", account.regency().map(Object::toString).orElse(""),
                    "programmes", account.orderedProgrammes());
            return deciding(house, facts, () -> make(house, account));
        }

        private int make(House house, Account account) {
            String password = house.accounts().put(account, Instant.now());
            out().println(house.messages().get("cli.console.made", account.name()));
            out().println("  " + password);
            out().flush();
            return Jembatan.DONE;
        }
    }

    /** All accounts; nobody's password can be shown. */
    @Command(name = "users", footer = "jembatan console users")
    static final class Users extends HouseCommand {

        @Override
        int call(House house) {
            Messages messages = house.messages();
            List<Account> accounts = house.accounts().list();
            if (accounts.isEmpty()) {
                out().println(messages.get("cli.console.none"));
            } else {
                TextTable table = new TextTable(
                        messages.get("cli.console.name"),
                        messages.get("cli.console.role"),
                        messages.get("cli.console.sees"));
                accounts.forEach(
                        account -> table.row(account.name(), account.role().name(), sees(account)));
                table.print(out());
            }
            out().flush();
            return Jembatan.DONE;
        }

        private static String sees(Account account) {
            String regency = account.regency().map(Object::toString).orElse("*");
            return account.programmes().isEmpty()
                    ? regency
                    : regency + ": " + String.join(", ", account.orderedProgrammes());
        }
    }

    /** Removes an account. */
    @Command(name = "remove", footer = "jembatan console remove budi")
    static final class Remove extends HouseCommand {

        @Parameters(paramLabel = "NAME", descriptionKey = "account")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String name;

        @Override
        int call(House house) throws Exception {
            Messages messages = house.messages();
            if (!Account.isName(name) || house.accounts().find(name).isEmpty()) {
                throw new Unusable(messages.get("cli.console.unknown", name));
            }
            return deciding(house, Map.of("account", name), () -> {
                house.accounts().remove(name);
                out().println(messages.get("cli.console.removed", name));
                return Jembatan.DONE;
            });
        }
    }
}
