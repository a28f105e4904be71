package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.latchkey.EventClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Random wishes, right, wrong, old and other people's, to the real aggregates; every answer is what the model says. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = EventClock.OF_ALL, mode = ResourceAccessMode.READ)
class AccountModelTest {

    private static final int SEEDS = 200;
    private static final int STEPS = 100;
    /** Eight states of an account by 32 moves, seven of a recovery by six, four of a reset by six. */
    private static final int CELLS = 8 * 32 + 7 * 6 + 4 * 6;

    private static final int HITS = 3;

    @Test
    void whatever_is_asked_the_answer_the_state_and_the_history_are_as_promised() {
        long minutes = Long.getLong("storm.minutes", 0);
        long first = Long.getLong("storm.seed", minutes == 0 ? 1 : System.nanoTime());
        var until = Instant.now().plus(Duration.ofMinutes(minutes));
        System.out.println("AccountModelTest: -Dstorm.seed=" + first);
        var cells = new TreeMap<String, Integer>();
        for (long seed = first; seed < first + SEEDS || Instant.now().isBefore(until); seed++) {
            check(Script.random(seed, STEPS), cells);
        }

        assertThat(cells.entrySet().stream().filter(cell -> cell.getValue() < HITS))
                .as("moves that met a state hardly ever")
                .isEmpty();
        assertThat(cells).as("every move in every state").hasSize(CELLS);
    }

    @Test
    void a_difference_is_found_and_cut_down_to_the_few_wishes_it_takes() {
        var script = Script.random(7, STEPS);
        var needed = script.steps().subList(40, 43);

        assertThat(script.shrunk(part -> part.steps().containsAll(needed)).steps())
                .isEqualTo(needed);
    }

    /** Unknown ids are asked about on purpose. */
    @BeforeAll
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("org.axonframework")).setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        ((Logger) LoggerFactory.getLogger("org.axonframework")).setLevel(null);
    }

    private static void check(Script script, Map<String, Integer> cells) {
        var failure = failure(script, cells);
        if (failure != null) {
            var smallest = script.shrunk(shorter -> failure(shorter, new TreeMap<>()) != null);
            throw new AssertionError(smallest + "\n" + failure(smallest, new TreeMap<>()), failure);
        }
    }

    private static Throwable failure(Script script, Map<String, Integer> cells) {
        try {
            Stage.play(script, cells);
            return null;
        } catch (AssertionError | RuntimeException failed) {
            return failed;
        }
    }
}
