package io.latchkey.api.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Every race there is, for whatever world it is run in. */
public final class RaceMatrix {

    private final Storm storm = new Storm("races", 0);
    private final Random chance = new Random(storm.seed);
    private final Map<String, Executable> races = new LinkedHashMap<>();

    public RaceMatrix(World world) {
        var factors = new FactorRaces(world, chance, storm.goesOn());
        var recoveries = new RecoveryRaces(world, chance);
        races.put(
                "new backup codes against an old one, and one of them",
                factors::new_backup_codes_against_an_old_one_and_one_of_them);
        races.put("the steps of an authenticator", factors::the_steps_of_an_authenticator);
        races.put(
                "removal of an authenticator against its code", factors::removal_of_an_authenticator_against_its_code);
        races.put("equal and other requests with one key", factors::equal_and_other_requests_with_one_key);
        races.put("wrong codes of an authenticator", factors::wrong_codes_of_an_authenticator);
        races.put("one mailed code and one end", recoveries::one_mailed_code_and_one_end);
        races.put(
                "revocation of the recovery code against its proof",
                recoveries::revocation_of_the_recovery_code_against_its_proof);
        races.put("wrong mailed codes", recoveries::wrong_mailed_codes);
    }

    /** One test for each race, of so many rounds; then whatever chance picks, for as long as the storm goes on. */
    public Stream<DynamicTest> races(int rounds) {
        List<DynamicTest> tests = new ArrayList<>();
        races.forEach((name, race) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            long begun = System.nanoTime();
            for (int round = 1; round <= rounds; round++) {
                storm.next();
                run(name + ", round " + round, race);
            }
            System.out.println("races: " + name + ", " + rounds + " rounds in "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        })));
        tests.add(DynamicTest.dynamicTest("all of them until the storm is over", this::goOn));
        return tests.stream();
    }

    private void goOn() {
        var names = List.copyOf(races.keySet());
        while (storm.goesOn()) {
            var name = names.get(chance.nextInt(names.size()));
            run(name + ", storm round " + storm.next(), races.get(name));
        }
        storm.end(0);
    }

    private void run(String name, Executable race) {
        try {
            race.execute();
        } catch (Throwable failed) {
            throw new AssertionError(name + ", seed " + storm.seed, failed);
        }
    }
}
