package id.jembatan.settle;

import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<List<Object>, Integer> alike = new HashMap<>();
        List<Worker> distinct = new ArrayList<>();
        List<Integer> which = new ArrayList<>(workers.size());
        for (Worker worker : workers) {
            which.add(alike.computeIfAbsent(List.of(worker.name(), worker.matchKey(), worker.birthDate()), it -> {
                distinct.add(worker);
                return distinct.size() - 1;
            }));
        }
        int[] first = cluster(distinct);
        Map<Integer, Integer> numbers = new HashMap<>();
        return which.stream()
                .map(one -> numbers.computeIfAbsent(find(first, one), it -> numbers.size() + 1))
                .toList();
    }

    /** Only those who differ are compared, each with each: one list may name the same few persons ten thousand times. */
    private int[] cluster(List<Worker> distinct) {
        int[] first = new int[distinct.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            for (int j = 0; j < i; j++) {
                int a = find(first, j);
                int b = find(first, i);
                if (a != b && isSame(distinct.get(j), distinct.get(i))) {
                    first[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        return first;
    }

    /** The first of the person; the way there is shortened. */
    private static int find(int[] first, int one) {
        int at = one;
        while (first[at] != at) {
            first[at] = first[first[at]];
            at = first[at];
        }
        return at;
    }
}
