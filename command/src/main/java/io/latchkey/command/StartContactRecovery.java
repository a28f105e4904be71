package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks the contacts to approve; sent by the recovery alone, which has seen the proof. Answers {@link ContactsAsked}. */
public record StartContactRecovery(
        @TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, Instant begunAt)
        implements AccountCommand {}
