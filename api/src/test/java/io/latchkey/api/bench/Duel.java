package io.latchkey.api.bench;

import io.latchkey.api.bench.Work.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Subjects against a floor, in turn, slice by slice, so that whatever else the machine does hits them all. */
final class Duel {

    private static final int SLICES = 3;

    private final Duration time;

    Duel(Duration time) {
        this.time = time;
    }

    /** The first subject is the floor. */
    void at(int connections, List<Subject> subjects) throws Exception {
        var loads = new ArrayList<Load>();
        try {
            for (var subject : subjects) {
                loads.add(new Load(subject, connections));
            }
            for (int slice = 0; slice < SLICES; slice++) {
                for (var load : loads) {
                    load.slice(time.dividedBy(SLICES));
                }
            }
            loads.forEach(load -> print(connections, load, loads.getFirst()));
        } finally {
            for (var load : loads) {
                load.close();
            }
        }
    }

    static void heading() {
        System.out.printf(
                "%n%-4s %-34s %9s %9s %9s %9s %10s%n", "con", "", "per s", "p50 ms", "p99 ms", "of floor", "p99/floor");
    }

    private static void print(int connections, Load load, Load floor) {
        var rates = load.rates();
        var ratios = IntStream.range(0, rates.length)
                .mapToDouble(slice -> rates[slice] / floor.rates()[slice])
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%-4d %-34s %9.0f %9.2f %9.2f %9.2f %10.1f%n",
                connections,
                load.name(),
                median(rates),
                load.millis(0.5),
                load.millis(0.99),
                median(ratios),
                load.millis(0.99) / floor.millis(0.99));
    }

    static double median(double... values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
