package id.jembatan.stage;

import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The short numbers under which the register keeps programmes: a programme gets one when it is first met. */
final class ProgrammeNumbers {

    private final Register register;
    private final Map<ProgrammeKey, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, ProgrammeKey> keys = new ConcurrentHashMap<>();

    ProgrammeNumbers(Register register) {
        this.register = register;
    }

    /** Inside a transaction that holds the receipt counter or the turn, so that two nodes never give two numbers. */
    int numberOf(ProgrammeKey key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = find(key).orElseGet(() -> add(key));
        return number;
    }

    Optional<Integer> find(ProgrammeKey key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Integer> found = register.client()
                .sql("select no from programme where regency = ? and id = ?")
                .params(key.regency().value(), key.id())
                .query(Integer.class)
                .optional();
        found.ifPresent(number -> remember(key, number));
        return found;
    }

    ProgrammeKey keyOf(int number) {
        ProgrammeKey known = keys.get(number);
        if (known != null) {
            return known;
        }
        ProgrammeKey key = register.client()
                .sql("select regency, id from programme where no = ?")
                .param(number)
                .query((row, i) -> new ProgrammeKey(new RegencyCode(row.getString(1)), row.getString(2)))
                .single();
        remember(key, number);
        return key;
    }

    private int add(ProgrammeKey key) {
        int number = register.client()
                .sql("select coalesce(max(no), 0) + 1 from programme")
                .query(Integer.class)
                .single();
        register.client()
                .sql("insert into programme (no, regency, id) values (?, ?, ?)")
                .params(number, key.regency().value(), key.id())
                .update();
        return number;
    }

    /** Only outside a transaction: what one of them added, or saw, may yet be taken back. */
    private void remember(ProgrammeKey key, int number) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            numbers.put(key, number);
            keys.put(number, key);
        }
    }
}
