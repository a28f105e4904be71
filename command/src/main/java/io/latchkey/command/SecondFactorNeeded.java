package io.latchkey.command;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;

/** The first factor was right. */
public record SecondFactorNeeded(String signInId, List<Factor> factors, Instant expiresAt) implements Outcome {}
