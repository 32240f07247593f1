package id.jembatan.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each part of the work took, in seconds, and how much of the processors' time this process spent on it. */
public final class Phases {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<String, String> parts = new LinkedHashMap<>();
    private long last = System.nanoTime();
    private long lastSpent = PROCESS.getProcessCpuTime();

    /** The part that began with the one before it, or with this object, is done. */
    public void done(String part) {
        long now = System.nanoTime();
        long spent = PROCESS.getProcessCpuTime();
        parts.put(part, String.format(Locale.ROOT, "[%.3f, %.3f]", (now - last) / 1e9, (spent - lastSpent) / 1e9));
        last = now;
        lastSpent = spent;
    }

    /** An object of JSON, {@code part: [seconds, seconds of the processors]}; the parts' names need no escape. */
    String toJson() {
        return parts.entrySet().stream()
                .map(part -> "\"" + part.getKey() + "\": " + part.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
