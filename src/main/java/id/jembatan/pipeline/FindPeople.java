package id.jembatan.pipeline;

import id.jembatan.domain.Account;
import id.jembatan.domain.FoundPerson;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.normalise.MatchKey;
import id.jembatan.stage.NameShelf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People by their names, as far as they are the asker's, and that somebody looked. */
public final class FindPeople {

    /** More hits are no help: the name is to be typed more fully. */
    public static final int MOST = 50;

    /** Fewer letters would find half a regency. */
    private static final int LEAST_LETTERS = 3;

    private final House house;
    private final NameShelf shelf;

    public FindPeople(House house) {
        this.house = house;
        this.shelf = new NameShelf(house.register());
    }

    /** The words of a name as they are compared, titles apart; empty where none has three letters. */
    public List<String> words(String name) {
        List<String> words = List.of(MatchKey.of(name).split(" "));
        return words.stream().anyMatch(word -> word.length() >= LEAST_LETTERS) ? words : List.of();
    }

    /**
     * Those whose names have words that begin so, {@value #MOST} and one more at most; noted in the audit trail before they are
     * shown, by their rows and never by the name that was asked for.
     *
     * @param words of {@link #words}
     */
    public List<FoundPerson> find(List<String> words, Account account, Instant now) throws IOException {
        List<FoundPerson> found = shelf.find(words, seen(account), MOST + 1);
        house.audit()
                .add(
                        now,
                        account.name(),
                        "search",
                        Map.of(
                                "words",
                                words.size(),
                                "rows",
                                found.stream().map(FoundPerson::rowId).toList()));
        return found;
    }

    /** Whose row it is, where the account may see it. */
    public Optional<NationalId> findNik(long row, Account account) {
        return shelf.findNik(row, seen(account));
    }

    private List<ProgrammeKey> seen(Account account) {
        return house.rules().agreements().listProgrammes().stream()
                .map(Programme::key)
                .filter(account::isSeeing)
                .toList();
    }
}
