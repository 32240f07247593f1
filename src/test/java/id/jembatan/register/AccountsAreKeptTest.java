package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Account;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import id.jembatan.stage.AccountShelf;
import id.jembatan.stage.AccountShelf.Locker;
import id.jembatan.stage.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts of the console, in both registers. */
class AccountsAreKeptTest {

    private static final Instant NOW = Instant.parse("2025-06-02T03:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(15));
    private static final Account AGENCY = new Account(
            "eko",
            Role.AGENCY,
            Optional.of(new RegencyCode("7111")),
            Set.of("petani-ii-2024", "berkah-petani-2024"),
            7);
    private static final Account AUDITOR = new Account("budi", Role.AUDITOR, Optional.empty(), Set.of(), -8);

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAccountComesBackAsItWasGiven(Database database) {
        try (Register register = database.open()) {
            AccountShelf shelf = new AccountShelf(register);
            shelf.put(AGENCY, "hash", NOW);
            shelf.put(AUDITOR, "hash", NOW);

            assertEquals(
                    List.of(AUDITOR, AGENCY),
                    shelf.list().stream().map(Locker::account).toList());
            assertEquals(
                    new Locker(AGENCY, "hash", Optional.of(NOW), Optional.empty()),
                    shelf.find("eko").orElseThrow());
            assertTrue(shelf.find("siapa").isEmpty());
            shelf.put(new Account("eko", Role.OPERATOR, Optional.empty(), Set.of(), 9), "other", LATER);
            assertEquals(
                    Role.OPERATOR, shelf.find("eko").orElseThrow().account().role());
            assertTrue(shelf.remove("eko"));
            assertFalse(shelf.remove("eko"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aPasswordThatWasGivenOutIsUsedOnce(Database database) {
        try (Register register = database.open()) {
            AccountShelf shelf = new AccountShelf(register);
            shelf.put(AUDITOR, "hash", LATER);

            assertTrue(shelf.useOneTime("budi", LATER, NOW));
            assertFalse(shelf.useOneTime("budi", LATER, NOW), "somebody was quicker");

            shelf.choosePassword("budi", "chosen", 12);
            Locker chosen = shelf.find("budi").orElseThrow();
            assertEquals("chosen", chosen.password());
            assertEquals(Optional.empty(), chosen.oneTimeUntil());
            assertEquals(12, chosen.account().version());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void wrongPasswordsAreCountedUntilARightOne(Database database) {
        try (Register register = database.open()) {
            AccountShelf shelf = new AccountShelf(register);
            shelf.put(AUDITOR, "hash", NOW);

            assertFalse(shelf.fail("budi", 2, LATER));
            shelf.succeed("budi");
            assertFalse(shelf.fail("budi", 2, LATER));
            assertTrue(shelf.fail("budi", 2, LATER), "the second in a row");

            assertEquals(Optional.of(LATER), shelf.find("budi").orElseThrow().lockedUntil());
            assertFalse(shelf.fail("nobody", 2, LATER));
        }
    }
}
