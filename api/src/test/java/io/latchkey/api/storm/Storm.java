package io.latchkey.api.storm;

import java.time.Duration;

/** How long and by which chance a harness goes on: {@code storm.minutes} and {@code storm.seed}, a few rounds without them. */
final class Storm {

    final long seed = Long.getLong("storm.seed", System.nanoTime());
    private final long begun = System.nanoTime();
    private final Duration time = Duration.ofMinutes(Long.getLong("storm.minutes", 0));
    private final String block;
    private final int rounds;
    private int round;

    Storm(String block, int rounds) {
        this.block = block;
        this.rounds = rounds;
        System.out.println("storm: " + block + ", seed " + seed);
    }

    /** Whether there is another round. */
    boolean goesOn() {
        return round < rounds || System.nanoTime() - begun < time.toNanos();
    }

    int next() {
        return round++;
    }

    /** The figures that the ledger takes over. */
    void end(int violations) {
        System.out.printf("storm: %s seed=%d rounds=%d violations=%d%n", block, seed, round, violations);
    }
}
