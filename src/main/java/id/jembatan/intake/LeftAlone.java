package id.jembatan.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What lies in {@code drop/} and will never be taken: links, FIFOs, sockets, names that are no UTF-8 (SPEC section 2). */
public final class LeftAlone {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private LeftAlone() {}

    /** Their names relative to the folder, in no order; nothing is opened. */
    public static List<String> in(Path drop) throws IOException {
        List<String> left = new ArrayList<>();
        Files.walkFileTree(drop, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!StandingStill.isOrdinary(file) && !StandingStill.isUnfinishedName(name)) {
                    left.add(name(drop, file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                left.add(name(drop, file));
                return FileVisitResult.CONTINUE;
            }
        });
        return left;
    }

    /**
     * As it stands, if a person could type it; otherwise with its bytes as {@code %E9}, so that whoever looks for the file
     * finds it, and nothing in a name acts on a terminal.
     */
    private static String name(Path drop, Path file) {
        String plain = drop.relativize(file).toString();
        boolean typed =
                StandingStill.isUtf8(file) && !UNPRINTABLE.matcher(plain).find();
        return typed ? plain : drop.toUri().relativize(file.toUri()).getRawPath();
    }
}
