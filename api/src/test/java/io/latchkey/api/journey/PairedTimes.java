package io.latchkey.api.journey;

import java.util.Arrays;
import java.util.Random;

/**
 * How much longer one request takes than another, measured in pairs whose order is drawn anew each time, so that whatever
 * slows the machine meets both. What counts is the median of the differences with its 99 % bootstrap interval.
 */
final class PairedTimes {

    /** In milliseconds, end to end. */
    static final double BOUND = 1;

    private static final int RESAMPLES = 1000;

    /** DIFFERENT only when even the near end of the interval is beyond the bound: half a chance in a hundred at worst. */
    enum Verdict {
        EQUAL,
        DIFFERENT,
        UNDECIDED
    }

    /** Prepared outside the measured time; what it answers is measured. */
    interface Request {
        Runnable next();
    }

    private final long seed;
    private final Random random;
    private double[] differences = {};

    PairedTimes(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    PairedTimes add(int pairs, Request one, Request other) {
        int before = differences.length;
        differences = Arrays.copyOf(differences, before + pairs);
        for (int i = before; i < differences.length; i++) {
            var first = one.next();
            var second = other.next();
            if (random.nextBoolean()) {
                double time = millis(first);
                differences[i] = time - millis(second);
            } else {
                double time = millis(second);
                differences[i] = millis(first) - time;
            }
        }
        return this;
    }

    int pairs() {
        return differences.length;
    }

    Verdict verdict() {
        var interval = interval();
        if (interval[0] >= -BOUND && interval[1] <= BOUND) {
            return Verdict.EQUAL;
        }
        return interval[0] > BOUND || interval[1] < -BOUND ? Verdict.DIFFERENT : Verdict.UNDECIDED;
    }

    /** By a chance of its own, so that the same times always give the same interval. */
    double[] interval() {
        var chance = new Random(seed);
        var medians = new double[RESAMPLES];
        var sample = new double[differences.length];
        for (int round = 0; round < RESAMPLES; round++) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = differences[chance.nextInt(differences.length)];
            }
            medians[round] = median(sample);
        }
        Arrays.sort(medians);
        return new double[] {medians[RESAMPLES * 5 / 1000], medians[RESAMPLES * 995 / 1000 - 1]};
    }

    @Override
    public String toString() {
        var interval = interval();
        return "%d pairs, median difference %+.3f ms, 99 %% interval %+.3f to %+.3f ms: %s"
                .formatted(differences.length, median(differences.clone()), interval[0], interval[1], verdict());
    }

    private static double millis(Runnable request) {
        long begin = System.nanoTime();
        request.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
