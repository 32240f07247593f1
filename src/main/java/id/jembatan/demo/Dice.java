package id.jembatan.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed and the same thing asked about give the same throws. */
final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice for one thing, such as a person or a file, independent of how many others were thrown before. */
    static Dice of(long seed, long... about) {
        long mixed = seed;
        for (long part : about) {
            mixed = stir(mixed * 31 + part);
        }
        return new Dice(mixed);
    }

    /** Spreads neighbouring numbers over all longs (the finaliser of SplitMix64). */
    private static long stir(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to one below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long belowLong(long bound) {
        return random.nextLong(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean perMille(int chance) {
        return random.nextInt(1000) < chance;
    }

    <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
