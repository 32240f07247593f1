package id.jembatan.disk;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Folders that the people of one group of the system reach, besides the owner: mode 2770, and 0660 for files (SPEC section
 * 12). What is made in such a folder, or published into it, is the group's too.
 */
public final class GroupFolders {

    private static final String UNIX_MODE = "unix:mode";

    private static final int FOLDER = 02770;
    private static final int FILE = 0660;
    private static final int OWNERS_FOLDER = 0700;
    private static final int OWNERS_FILE = 0600;
    private static final int OF_A_GROUP = 02070;
    private static final int MAY_PASS = 0011;

    private GroupFolders() {}

    /**
     * Gives a folder, with all that is in it, to a group.
     *
     * @throws UserPrincipalNotFoundException when the system knows no such group
     * @throws java.nio.file.FileSystemException when this user may not give anything to it
     */
    public static void share(Path folder, String group) throws IOException {
        GroupPrincipal members =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
        if (!isShared(folder) || !groupOf(folder).equals(members)) {
            openAll(folder, members);
        }
    }

    /** Whether the system has a group of that name. */
    public static boolean isKnown(String group) throws IOException {
        try {
            FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
            return true;
        } catch (UserPrincipalNotFoundException unknown) {
            return false;
        }
    }

    /** Takes a folder that a group had back, with all that is in it. */
    public static void close(Path folder) throws IOException {
        if (isShared(folder)) {
            UserPrincipal owner = Files.getOwner(folder);
            each(folder, (path, isFolder) -> {
                if (Files.getOwner(path).equals(owner)) {
                    setMode(path, isFolder ? OWNERS_FOLDER : OWNERS_FILE);
                }
            });
        }
    }

    /** Lets others through a folder to those below it that they may reach; they cannot see what else is in it. */
    public static void letThrough(Path folder) throws IOException {
        int mode = mode(folder);
        if ((mode & MAY_PASS) != MAY_PASS) {
            setMode(folder, mode | MAY_PASS);
        }
    }

    /** Lets nobody through any more; a folder that was opened further than that is left to whoever did it. */
    public static void letNobodyThrough(Path folder) throws IOException {
        if (hasModes(folder) && mode(folder) == (OWNERS_FOLDER | MAY_PASS)) {
            setMode(folder, OWNERS_FOLDER);
        }
    }

    /** Whether a group reaches what is made in it. */
    static boolean isShared(Path folder) throws IOException {
        return hasModes(folder) && Files.isDirectory(folder) && (mode(folder) & OF_A_GROUP) == OF_A_GROUP;
    }

    /** Gives what is, or is about to be, in a folder of a group to that group. */
    static void adopt(Path path, @Nullable Path folder) throws IOException {
        if (folder != null && isShared(folder)) {
            openAll(path, groupOf(folder));
        }
    }

    /**
     * The folder itself last: where this is interrupted it begins again. What somebody else has put there is theirs to give,
     * and has the group already that a folder of mode 2770 hands down.
     */
    private static void openAll(Path top, GroupPrincipal group) throws IOException {
        UserPrincipal owner = Files.getOwner(top);
        each(top, (path, isFolder) -> {
            if (Files.getOwner(path).equals(owner)) {
                Files.getFileAttributeView(path, PosixFileAttributeView.class).setGroup(group);
                setMode(path, isFolder ? FOLDER : FILE);
            }
        });
    }

    /** What is done with one file or folder. */
    @FunctionalInterface
    private interface Change {

        void of(Path path, boolean isFolder) throws IOException;
    }

    /** Links and whatever else is no file are left alone. */
    private static void each(Path top, Change change) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    change.of(file, false);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                change.of(folder, true);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static GroupPrincipal groupOf(Path folder) throws IOException {
        return Files.readAttributes(folder, PosixFileAttributes.class).group();
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, UNIX_MODE) & 07777;
    }

    private static void setMode(Path path, int mode) throws IOException {
        Files.setAttribute(path, UNIX_MODE, mode, LinkOption.NOFOLLOW_LINKS);
    }
}
