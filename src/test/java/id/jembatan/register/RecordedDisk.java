package id.jembatan.register;

import id.jembatan.PassingChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's file with a record of what was written to it since a moment, so that the file can be made as a power cut at any
 * step would have left it. {@code jdbc:h2:recorded:} before a path; one file at a time.
 */
public final class RecordedDisk extends FilePathWrapper {

    /** A step: bytes that were written, a new length, or a force where both are nothing. */
    private record Step(ByteBuffer bytes, long position, long length) {

        static final long AS_IT_IS = -1;

        boolean isForce() {
            return bytes.remaining() == 0 && length == AS_IT_IS;
        }
    }

    /** What is left of the steps since the last force. */
    enum Left {
        NONE,
        ALL,
        /** Each of them whole or not at all, later ones without earlier ones too. */
        SOME
    }

    private static final List<Step> STEPS = new ArrayList<>();
    private static byte[] before = {};

    /** Lets H2 know it. */
    static void register() {
        FilePath.register(new RecordedDisk());
    }

    /** Records from now on, beginning with the file as it is. */
    static void record(Path file) throws IOException {
        synchronized (STEPS) {
            STEPS.clear();
            before = Files.readAllBytes(file);
        }
    }

    /** Steps since then. */
    static int count() {
        synchronized (STEPS) {
            return STEPS.size();
        }
    }

    /** Puts there what a power cut before the step leaves. */
    static void survive(Path file, int cut, Left left, Random random) throws IOException {
        synchronized (STEPS) {
            int forced = cut;
            while (forced > 0 && !STEPS.get(forced - 1).isForce()) {
                forced--;
            }
            Files.write(file, before);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (int i = 0; i < cut; i++) {
                    if (i < forced || left == Left.ALL || (left == Left.SOME && random.nextBoolean())) {
                        put(channel, STEPS.get(i));
                    }
                }
            }
        }
    }

    private static void put(FileChannel channel, Step step) throws IOException {
        if (step.length() == Step.AS_IT_IS) {
            channel.write(step.bytes().duplicate(), step.position());
        } else {
            channel.truncate(step.length());
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends PassingChannel {

        Channel(FileChannel real) {
            super(real);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            long position = position();
            note(bytes, position);
            return super.write(bytes);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            note(bytes, position);
            return super.write(bytes, position);
        }

        private static void note(ByteBuffer bytes, long position) {
            ByteBuffer copy = ByteBuffer.allocate(bytes.remaining())
                    .put(bytes.duplicate())
                    .flip();
            add(new Step(copy, position, Step.AS_IT_IS));
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            add(new Step(ByteBuffer.allocate(0), 0, size));
            return super.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            super.force(metaData);
            add(new Step(ByteBuffer.allocate(0), 0, Step.AS_IT_IS));
        }

        private static void add(Step step) {
            synchronized (STEPS) {
                STEPS.add(step);
            }
        }
    }
}
