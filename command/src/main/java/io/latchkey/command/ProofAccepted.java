package io.latchkey.command;

import io.latchkey.value.Factor;
import java.util.List;

/** The proof was right; these are still needed. */
public record ProofAccepted(List<Factor> missing) implements Outcome {}
