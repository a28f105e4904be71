package io.latchkey.api.recovery;

import io.latchkey.value.Factor;
import java.util.List;
import java.util.Locale;

/** The proofs of a recovery by their names outside. */
final class Proofs {

    private Proofs() {}

    static List<String> names(List<Factor> factors) {
        return factors.stream().map(Proofs::name).toList();
    }

    private static String name(Factor factor) {
        return factor == Factor.EMAIL_CODE ? "mailbox" : factor.name().toLowerCase(Locale.ROOT);
    }
}
