package io.latchkey.api.storm;

import io.latchkey.api.journey.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares what clients were told with what is stored. The invariants are numbered as in the list of promises: I1 to I3 one
 * event for a command that was done, none for one that was not sent; I4, I5 single use and budgets; I6 the trail; I7, I8 the
 * stores; I10 mail; I11 secrets; I14, I15 health. I9 (the Merkle log) has no subject yet.
 */
public final class Checker {

    private Checker() {}

    public static List<Violation> check(Evidence evidence) {
        return Stream.of(
                        Commands.check(evidence),
                        SingleUse.check(evidence),
                        Guesses.check(evidence),
                        Stores.check(evidence),
                        Mails.check(evidence),
                        Aftermath.check(evidence))
                .flatMap(List::stream)
                .toList();
    }

    /** {@code Checker HISTORY DATA}: prints what is wrong in a data directory whose embedded PostgreSQL runs. */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[1]);
        var violations = check(new Archive(EmbeddedDatabase.of(data), data).read(new History(Path.of(arguments[0]))));
        violations.forEach(System.out::println);
        System.out.println(violations.size() + " violations");
        System.exit(violations.isEmpty() ? 0 : 1);
    }
}
