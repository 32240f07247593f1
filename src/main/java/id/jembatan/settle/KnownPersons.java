package id.jembatan.settle;

import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who is the same person as whom, given one NIK: by what the rows say, or because somebody has decided it. */
public final class KnownPersons {

    private final Set<Fingerprint> owners;

    /** Where those fingerprints were decided to be the owner of the NIK. */
    public KnownPersons(Set<Fingerprint> owners) {
        this.owners = Set.copyOf(owners);
    }

    boolean isSame(Worker a, Worker b) {
        return SamePerson.is(a, b) || (isOwner(a) && isOwner(b));
    }

    /** A row that leaves the birth date empty takes over the one that is known: that makes nobody else of it. */
    private boolean isOwner(Worker worker) {
        if (owners.isEmpty()) {
            return false;
        }
        Fingerprint asked = Fingerprint.of(worker);
        return owners.stream()
                .anyMatch(owner -> owner.key().equals(asked.key())
                        && (owner.birthDate().isEmpty()
                                || asked.birthDate().isEmpty()
                                || owner.birthDate().equals(asked.birthDate())));
    }

    /**
     * Numbers the persons from 1 in the order in which they come: who is the same as any of a person's rows is that person,
     * so that two who are both like a third are one.
     *
     * @return a number for each worker
     */
    public List<Integer> number(List<Worker> workers) {
        int[] first = new int[workers.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            for (int j = 0; j < i; j++) {
                if (first[j] != first[i] && isSame(workers.get(j), workers.get(i))) {
                    join(first, first[j], first[i], i);
                }
            }
        }
        List<Integer> seen = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int person : first) {
            if (!seen.contains(person)) {
                seen.add(person);
            }
            numbers.add(seen.indexOf(person) + 1);
        }
        return numbers;
    }

    private static void join(int[] first, int a, int b, int upTo) {
        int lower = Math.min(a, b);
        int higher = Math.max(a, b);
        for (int k = 0; k <= upTo; k++) {
            if (first[k] == higher) {
                first[k] = lower;
            }
        }
    }
}
