package id.jembatan.pipeline;

import id.jembatan.domain.OperatorNeeded;
import id.jembatan.stage.LeaseLost;
import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Tells a fault of one drop from a fault that every drop would meet: a full disk, a folder without rights, no database. */
public final class Faults {

    /**
     * As PostgreSQL counts them: no connection; told to stop, or starting; out of disk, memory or connections; another
     * transaction was in the way (serialization, deadlock, lock); a server that only reads. HYT00 is H2's lock.
     */
    private static final List<String> STATES_OF_THE_DATABASE =
            List.of("08", "57P", "53", "58030", "40001", "40P01", "55P03", "25006", "HYT00");

    /** What a state of the database means, by its beginning; the longer one first. */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("08", "no connection to the database");
        MEANINGS.put("28", "the database does not let us in");
        MEANINGS.put("57P", "the database stops or starts");
        MEANINGS.put("57014", "the database broke off for its time limit");
        MEANINGS.put("53100", "the database's disk is full");
        MEANINGS.put("53", "the database is out of memory or connections");
        MEANINGS.put("58030", "the database's disk fails");
        MEANINGS.put("25006", "the database only reads");
        MEANINGS.put("40", "another transaction was in the way");
        MEANINGS.put("55P03", "another transaction was in the way for longer than the database's limit");
        MEANINGS.put("HYT00", "another transaction was in the way for too long");
    }

    /** H2: file corrupted, wrong file version, encrypted or unreadable, and its own general error inside a damaged file. */
    private static final Set<Integer> DAMAGED = Set.of(90030, 90048, 90049, 50000);

    private static final int FILE_TROUBLE = 90028;

    /** H2: the file's version. */
    private static final int OTHER_FORMAT = 90048;

    /** Whether the whole line must stop until somebody mends it. */
    public boolean isOfTheLine(Exchange exchange) {
        return isOfTheLine(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    /** A disk that fails under one file is one drop's; under the register it is everybody's. */
    static boolean isOfTheLine(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || cause instanceof LeaseLost
                    || (cause instanceof SQLException sql && isOfTheDatabase(sql))
                    || cause instanceof OperatorNeeded
                    || DiskTrouble.of(cause)
                            .filter(it -> it != DiskTrouble.FAILS)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the register could not be reached or could not work, whoever asked. */
    public static boolean isOfTheDatabase(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOfTheDatabase(sql)) {
                return true;
            }
        }
        return false;
    }

    /** A batch hides the first fault behind its own; H2 hides its disk's behind a general one. */
    private static boolean isOfTheDatabase(SQLException fault) {
        for (SQLException next = fault; next != null; next = next.getNextException()) {
            String state = String.valueOf(next.getSQLState());
            if (next instanceof SQLTransientConnectionException
                    || next instanceof SQLNonTransientConnectionException
                    || DiskTrouble.find(next).isPresent()
                    || STATES_OF_THE_DATABASE.stream().anyMatch(state::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Of what kind a fault was at bottom, for whoever looks at the service from outside: the exception's name, and of the
     * database's and the disk's faults what they mean, of rules that are lost their name. Never its words.
     */
    public static String kindOf(Throwable fault) {
        Throwable bottom = fault;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOfTheDatabase(sql)) {
                return sql.getClass().getSimpleName() + meaning(sql) + ofTheDisk(sql);
            }
            if (cause instanceof RulesLost lost) {
                return String.valueOf(lost.getMessage());
            }
            bottom = cause;
        }
        return bottom.getClass().getSimpleName() + ofTheDisk(bottom);
    }

    private static String ofTheDisk(Throwable fault) {
        if (fault instanceof AccessDeniedException) {
            return ", a folder's rights do not let us in";
        }
        return DiskTrouble.find(fault).map(it -> ", " + it.meaning()).orElse("");
    }

    /** Whether a disk is full, or cannot be read or written. */
    public static boolean isOfTheDisk(@Nullable Throwable fault) {
        return DiskTrouble.find(fault).isPresent();
    }

    private static String meaning(SQLException fault) {
        for (SQLException next = fault; next != null; next = next.getNextException()) {
            String state = String.valueOf(next.getSQLState());
            for (Map.Entry<String, String> each : MEANINGS.entrySet()) {
                if (state.startsWith(each.getKey())) {
                    return " " + state + ", " + each.getValue();
                }
            }
        }
        return fault.getSQLState() == null ? "" : " " + fault.getSQLState();
    }

    /** Whether the embedded register's file is not, or no longer, one that H2 can read: for another reason than its disk. */
    public static boolean isDamagedRegister(@Nullable Throwable fault) {
        if (isOfTheDisk(fault)) {
            return false;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (DAMAGED.contains(sql.getErrorCode()) || isCutShort(sql))) {
                return true;
            }
        }
        return false;
    }

    /** H2's code for every trouble with a file, because the file ends before it should. */
    private static boolean isCutShort(SQLException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return fault.getErrorCode() == FILE_TROUBLE;
            }
        }
        return false;
    }

    /** Whether it is whole, but written in a format that this H2 does not read: by a program much older, or newer. */
    static boolean isOtherFormat(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == OTHER_FORMAT) {
                return true;
            }
        }
        return false;
    }

    /**
     * What happened and where, for a log or a page: the kinds of the exceptions and their stacks, never their messages,
     * because a message may quote a cell or a row.
     */
    static String describe(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement element : cause.getStackTrace()) {
                text.append("    at ").append(element).append('\n');
            }
        }
        return text.toString();
    }

    /** The same in one line, for a log: the kinds, and where our own code was. */
    public static String brief(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(text.length() == 0 ? "" : " <- ")
                    .append(cause.getClass().getName())
                    .append(cause instanceof RulesLost lost ? " (" + lost.getMessage() + ")" : "");
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("id.jembatan.")) {
                    text.append(" at ").append(element);
                    break;
                }
            }
        }
        return text.toString();
    }
}
