package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jembatan.domain.Arrival;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Refusal;
import id.jembatan.stage.JournalOutbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** The entries of a ZIP get their receipts together or not at all. */
class FilesThatCameTogetherTest {

    private static final String PROGRAMME = "9203/rentan";
    private static final String ZIP = "f".repeat(64);

    @ParameterizedTest
    @EnumSource
    void getReceiptsOneAfterTheOther(Database database) {
        try (RegisterRooms rooms = rooms(database)) {
            rooms.receive(PROGRAMME, RegisterRooms.DAY);

            List<Long> numbers = rooms.log.receipts().receive(List.of(entry("1"), locked("2"), entry("3"))).stream()
                    .map(receipt -> receipt.number())
                    .toList();

            assertEquals(List.of(2L, 3L, 4L), numbers);
            assertEquals(
                    List.of(Step.RECEIVED, Step.SETTLED, Step.RECEIVED),
                    rooms.log.listAfter(1).stream().map(LoggedDrop::step).toList());
            assertEquals(
                    FindingCode.FILE_ENCRYPTED,
                    rooms.log.get(3).refusal().orElseThrow().code());
            assertEquals(
                    List.of("received", "received", "received", "refused", "received"),
                    new JournalOutbox(rooms.register)
                            .listAfter(0).stream()
                                    .map(entry -> entry.body().replaceAll(".*\"kind\":\"([a-z]+)\".*", "$1"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void getNoneWhenOneOfThemCannotBeLogged(Database database) {
        try (RegisterRooms rooms = rooms(database)) {
            assertThrows(
                    DataAccessException.class,
                    () -> rooms.log.receipts().receive(List.of(entry("1"), entry("2".repeat(65)), entry("3"))));

            assertEquals(List.of(), rooms.log.listAfter(0));
            assertEquals(
                    1, rooms.log.receipts().receive(List.of(entry("1"))).get(0).number());
        }
    }

    @ParameterizedTest
    @EnumSource
    void areKnownByTheZipThatTheyCameInUntilItIsGone(Database database) {
        try (RegisterRooms rooms = rooms(database)) {
            rooms.log.receipts().receive(List.of(entry("1"), entry("2")));
            rooms.receive(PROGRAMME, RegisterRooms.DAY, "a".repeat(64));

            assertEquals(List.of(1L, 2L), rooms.log.receipts().listSourceLeft("a/b.zip", ZIP));
            assertEquals(List.of(), rooms.log.receipts().listSourceLeft("a/b.zip", "1".repeat(64)));
            assertEquals(List.of(), rooms.log.receipts().listSourceLeft("a/c.zip", ZIP));
            assertEquals(List.of(3L), rooms.log.receipts().listSourceLeft(PROGRAMME + "/daftar.csv", "a".repeat(64)));

            rooms.log.receipts().markSourcesRemoved(List.of(1L, 2L));

            assertEquals(List.of(), rooms.log.receipts().listSourceLeft("a/b.zip", ZIP));
            assertEquals(
                    Map.of(3L, PROGRAMME + "/daftar.csv"), rooms.log.receipts().listSourcesLeft());
        }
    }

    private static RegisterRooms rooms(Database database) {
        return new RegisterRooms(
                database.open(), List.of(Programmes.of(PROGRAMME).build()));
    }

    private static Arrival entry(String digit) {
        return arrival(digit, Optional.empty());
    }

    private static Arrival locked(String digit) {
        return arrival(digit, Optional.of(new Refusal(FindingCode.FILE_ENCRYPTED, List.of("ENCRYPTED_ZIP"))));
    }

    private static Arrival arrival(String digit, Optional<Refusal> refusal) {
        return new Arrival(
                Optional.of(Programmes.key(PROGRAMME).regency()),
                Optional.of(Programmes.key(PROGRAMME)),
                "b.zip!/" + digit + ".csv",
                "a/b.zip",
                digit.repeat(digit.length() > 1 ? 1 : 64),
                10,
                Instant.parse("2025-03-05T03:00:00Z"),
                RegisterRooms.DAY,
                Optional.of(ZIP),
                refusal);
    }
}
