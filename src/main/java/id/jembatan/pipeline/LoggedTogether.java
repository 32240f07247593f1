package id.jembatan.pipeline;

import id.jembatan.domain.FullList;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Programme;
import id.jembatan.stage.DropLog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The drops that came together with one, where that matters: in a programme whose drops are the whole list (SPEC section
 * 6, mode full-list), the entries of a ZIP are one list.
 */
final class LoggedTogether {

    private final LoggedDrop drop;
    private final boolean full;
    private final List<LoggedDrop> members;

    private LoggedTogether(LoggedDrop drop, boolean full, List<LoggedDrop> members) {
        this.drop = drop;
        this.full = full;
        this.members = members;
    }

    static LoggedTogether with(LoggedDrop drop, Programme programme, DropLog log) {
        boolean full = isOfFullLists(programme) && !drop.receipt().leavers();
        List<LoggedDrop> members = full ? log.listTogether(drop.listNo()) : List.of(drop);
        boolean part = full
                && log.findRetried(drop.receipt().number())
                        .filter(earlier -> log.listTogether(earlier.listNo()).size() > 1)
                        .isPresent();
        return new LoggedTogether(drop, full && !part, members);
    }

    static boolean isOfFullLists(Programme programme) {
        return programme.mode() == IntakeMode.FULL_LIST && !programme.practice();
    }

    /** Whether one of them is not read yet; one with the bytes of an earlier one waits for that, and will be SEEN. */
    boolean isUnread() {
        Set<String> bytes = new HashSet<>();
        return full
                && members.stream()
                        .filter(member -> bytes.add(member.receipt().sha256()))
                        .anyMatch(member -> member.step() == Step.RECEIVED);
    }

    /** Whether nothing of them has entered yet. */
    boolean isUntouched() {
        return members.stream().noneMatch(member -> member.isTaken() && member.step() != Step.READ);
    }

    /**
     * The list that they are. Where one of them is refused or parked it is not whole, and who would be missing nobody
     * knows; a repaired list holds only what was wrong.
     */
    Optional<FullList> findFullList() {
        if (!full || !isWhole(members)) {
            return Optional.empty();
        }
        boolean complete = members.stream()
                .filter(member -> !member.receipt().equals(drop.receipt()))
                .noneMatch(member -> member.step() == Step.READ);
        return Optional.of(new FullList(
                members.get(0).receipt().number(),
                members.get(members.size() - 1).receipt().number(),
                complete));
    }

    /**
     * Whether it is SEEN when its bytes were taken as that earlier drop. Of full lists only the latest, all of it
     * together, is: an older one says something else than what stands, and is judged anew.
     */
    static boolean isSeen(LoggedDrop drop, LoggedDrop earlier, Programme programme, DropLog log) {
        if (!isOfFullLists(programme)
                || drop.receipt().leavers()
                || earlier.isRepaired()
                || earlier.listNo() == drop.listNo()) {
            return true;
        }
        Optional<List<LoggedDrop>> latest = log.listOfProgramme(programme.key()).stream()
                .filter(each -> each.listNo() < drop.listNo()
                        && each.isTaken()
                        && !each.receipt().leavers())
                .map(each -> log.listTogether(each.listNo()))
                .filter(LoggedTogether::isWhole)
                .findFirst();
        return latest.filter(found -> bytes(found).equals(bytes(log.listTogether(drop.listNo()))))
                .isPresent();
    }

    private static boolean isWhole(List<LoggedDrop> members) {
        return members.stream()
                .allMatch(member -> member.refusal().isEmpty() && member.step() != Step.PARKED && !member.isRepaired());
    }

    private static Set<String> bytes(List<LoggedDrop> members) {
        return members.stream().map(member -> member.receipt().sha256()).collect(Collectors.toSet());
    }
}
