package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.storm.History.Fault;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Which of the two nodes and their database is killed in a round, and when: by turns at random and at a named moment. */
final class Kills {

    /** Each answer that says something was done. */
    final Semaphore answers = new Semaphore(0);

    final Set<Moment> reached = EnumSet.noneOf(Moment.class);
    private final Nodes nodes;
    private final Random random;
    private final List<Moment> moments = Arrays.asList(Moment.values());

    Kills(Nodes nodes, Random random) {
        this.nodes = nodes;
        this.random = random;
        Collections.shuffle(moments, random);
    }

    Fault next(int round) throws Exception {
        return round % 2 == 0 ? atRandom(round / 2) : atNamed(round / 2);
    }

    private Fault atRandom(int number) throws Exception {
        Client.pause(200 + random.nextInt(800));
        if (number % 4 == 3) {
            answers.drainPermits();
            assertThat(answers.tryAcquire(60, TimeUnit.SECONDS)).as("an answer").isTrue();
        }
        return switch (number % 4) {
            case 0 -> nodes.kill("second", List.of(nodes.second()), false);
            case 1 -> nodes.kill("PostgreSQL", List.of(), true);
            case 2 -> nodes.kill("first", List.of(nodes.first()), false);
            default -> nodes.kill("first and PostgreSQL after an answer", List.of(nodes.first()), true);
        };
    }

    /** The node, its database, or both; each time the list of moments is over, another of them. */
    private Fault atNamed(int number) throws Exception {
        var moment = moments.get(number % moments.size());
        var victim = nodes.held(moment);
        reached.add(moment);
        return switch ((number + number / moments.size()) % 3) {
            case 0 -> nodes.kill(moment + " PostgreSQL", List.of(), true);
            case 1 -> nodes.kill(moment + " node", List.of(victim), false);
            default -> nodes.kill(moment + " node and PostgreSQL", List.of(victim), true);
        };
    }
}
