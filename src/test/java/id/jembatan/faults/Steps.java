package id.jembatan.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what a command asks of the disk and of the database, and lets the n-th of it fail. Both seams pass here: the
 * file system's provider and the database's driver. One command at a time is watched, with all threads that it began.
 */
final class Steps {

    /** What is asked, of the kind that a fault can hit. */
    enum Asked {
        READ,
        WRITE,
        DATABASE,
        /** By the embedded database, of its own files. */
        REGISTER_READ,
        REGISTER_WRITE;

        Asked ofTheRegister() {
            return this == WRITE ? REGISTER_WRITE : REGISTER_READ;
        }

        boolean isOfTheRegister() {
            return this == REGISTER_READ || this == REGISTER_WRITE;
        }
    }

    private static final Object GUARD = new Object();
    private static final Set<ThreadGroup> DEAD = ConcurrentHashMap.newKeySet();
    private static final Set<AutoCloseable> OPEN = ConcurrentHashMap.newKeySet();

    private static Optional<Watched> watched = Optional.empty();

    private Steps() {}

    /** A command that is watched: by which threads it works, and which of its steps fails how. */
    private static final class Watched {
        private final ThreadGroup threads;
        private final Fault fault;
        private final long nth;
        private final Optional<Platter> platter;
        private final List<String> steps = new ArrayList<>();
        private boolean fired;

        Watched(ThreadGroup threads, Fault fault, long nth, Optional<Platter> platter) {
            this.threads = threads;
            this.fault = fault;
            this.nth = nth;
            this.platter = platter;
        }
    }

    /** What was counted of a command. */
    record Count(List<String> steps, boolean fired) {}

    /**
     * From now on this group of threads is watched; the n-th step (from 1) that the fault can hit fails.
     *
     * @param platter where a power cut is played
     */
    static void watch(ThreadGroup threads, Fault fault, long nth, Optional<Platter> platter) {
        synchronized (GUARD) {
            watched = Optional.of(new Watched(threads, fault, nth, platter));
        }
    }

    /** The command is over: its threads, should some still live, touch nothing any more, and what they hold is given back. */
    static Count end() {
        synchronized (GUARD) {
            Watched over = watched.orElseThrow();
            watched = Optional.empty();
            DEAD.add(over.threads);
            closeAll();
            return new Count(List.copyOf(over.steps), over.fired);
        }
    }

    private static void closeAll() {
        for (AutoCloseable open : OPEN) {
            try {
                open.close();
            } catch (Exception alreadyGone) {
                System.err.println("closing: " + alreadyGone);
            }
        }
        OPEN.clear();
    }

    /** What a process holds until it dies. */
    static void opened(AutoCloseable what) {
        OPEN.add(what);
    }

    static void closed(AutoCloseable what) {
        OPEN.remove(what);
    }

    /** Whether the command that is watched has died. */
    static boolean isDead() {
        synchronized (GUARD) {
            return watched.filter(command -> DEAD.contains(command.threads)).isPresent();
        }
    }

    /** Under which the power may be cut, of the command that is watched. */
    static Optional<Platter> platter() {
        synchronized (GUARD) {
            return watched.flatMap(command -> command.platter);
        }
    }

    /** Whether the embedded database's own files are watched too: only where they are what fails. */
    static boolean hitsTheRegister() {
        synchronized (GUARD) {
            return watched.filter(command -> command.fault.hits(Asked.REGISTER_WRITE))
                    .isPresent();
        }
    }

    /** A step of the disk is about to be done. */
    static void onDisk(Asked asked, String what) throws IOException {
        Optional<Fault> fault = next(asked, what);
        if (fault.isPresent()) {
            fault.get().failOnDisk();
        }
    }

    /** A step of the database is about to be done; the fault that it meets, if it meets one. */
    static Optional<Fault> onDatabase(String what) {
        return next(Asked.DATABASE, what);
    }

    private static Optional<Fault> next(Asked asked, String what) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        synchronized (GUARD) {
            if (isOf(group, DEAD)) {
                throw new Killed(false);
            }
            if (watched.isEmpty() || !isOf(group, Set.of(watched.get().threads))) {
                return Optional.empty();
            }
            Watched command = watched.get();
            if (!command.fault.hits(asked)) {
                return Optional.empty();
            }
            command.steps.add(what);
            int number = command.steps.size();
            boolean now = number == command.nth || (number > command.nth && command.fault.stays());
            if (!now) {
                return Optional.empty();
            }
            command.fired = true;
            if (command.fault.kills()) {
                command.fault
                        .left()
                        .ifPresent(left -> command.platter.orElseThrow().cut(left));
                DEAD.add(command.threads);
                throw new Killed(true);
            }
            return Optional.of(command.fault);
        }
    }

    private static boolean isOf(ThreadGroup group, Set<ThreadGroup> any) {
        for (ThreadGroup each = group; each != null; each = each.getParent()) {
            if (any.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** What a dead thread would do is not done. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private final boolean atThisStep;

        Killed(boolean atThisStep) {
            super("killed", null, false, false);
            this.atThisStep = atThisStep;
        }

        /** Whether the process died just now, and not before. */
        boolean atThisStep() {
            return atThisStep;
        }
    }
}
