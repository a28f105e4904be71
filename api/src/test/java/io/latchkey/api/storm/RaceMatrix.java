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

    /** Rounds of a race beside those for a code, where no storm is asked for. */
    private static final int FEW = 3;

    private final Storm storm = new Storm("races", 0);
    private final Random chance = new Random(storm.seed);
    private final Map<String, Executable> redemptions = new LinkedHashMap<>();
    private final Map<String, Executable> others = new LinkedHashMap<>();

    public RaceMatrix(World world) {
        var factors = new FactorRaces(world, chance);
        var recoveries = new RecoveryRaces(world, chance);
        var help = new HelpRaces(world, chance);
        redemptions.put(
                "new backup codes against an old one, and one of them",
                factors::new_backup_codes_against_an_old_one_and_one_of_them);
        redemptions.put("the steps of an authenticator", factors::the_steps_of_an_authenticator);
        redemptions.put("one mailed code and one end", recoveries::one_mailed_code_and_one_end);
        redemptions.put(
                "revocation of the recovery code against its proof",
                recoveries::revocation_of_the_recovery_code_against_its_proof);
        others.put(
                "removal of an authenticator against its code", factors::removal_of_an_authenticator_against_its_code);
        others.put("equal and other requests with one key", factors::equal_and_other_requests_with_one_key);
        others.put("wrong codes of an authenticator", factors::wrong_codes_of_an_authenticator);
        others.put("wrong mailed codes", recoveries::wrong_mailed_codes);
        others.put(
                "an approval against the removal of its organizer, and one way back into the group",
                help::an_approval_against_the_removal_of_its_organizer_and_one_way_back);
        others.put("two contacts at once", help::two_contacts_at_once);
        others.put("a veto against the last approval", help::a_veto_against_the_last_approval);
    }

    /** One test for each race, of so many rounds; then whatever chance picks, for as long as the storm goes on. */
    public Stream<DynamicTest> races(int rounds) {
        int few = storm.goesOn() ? rounds : Math.min(rounds, FEW);
        List<DynamicTest> tests = new ArrayList<>();
        redemptions.forEach((name, race) -> tests.add(test(name, race, rounds)));
        others.forEach((name, race) -> tests.add(test(name, race, few)));
        tests.add(DynamicTest.dynamicTest("all of them until the storm is over", this::goOn));
        return tests.stream();
    }

    private DynamicTest test(String name, Executable race, int rounds) {
        return DynamicTest.dynamicTest(name, () -> {
            long begun = System.nanoTime();
            for (int round = 1; round <= rounds; round++) {
                storm.next();
                run(name + ", round " + round, race);
            }
            System.out.println("races: " + name + ", " + rounds + " rounds in "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        });
    }

    private void goOn() {
        var all = new LinkedHashMap<>(redemptions);
        all.putAll(others);
        var names = List.copyOf(all.keySet());
        while (storm.goesOn()) {
            var name = names.get(chance.nextInt(names.size()));
            run(name + ", storm round " + storm.next(), all.get(name));
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
