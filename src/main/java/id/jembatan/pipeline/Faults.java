package id.jembatan.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Tells a fault of one drop from a fault that every drop would meet: a full disk, a folder without rights, no database. */
public final class Faults {

    /** Whether the whole line must stop until somebody mends it. */
    public boolean isOfTheLine(Exchange exchange) {
        return isOfTheLine(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    static boolean isOfTheLine(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof IOException && isDisk(cause))) {
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
                    .append(cause.getClass().getName());
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("id.jembatan.")) {
                    text.append(" at ").append(element);
                    break;
                }
            }
        }
        return text.toString();
    }

    private static boolean isDisk(Throwable fault) {
        String text = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("read-only file system") || text.contains("disk quota");
    }
}
