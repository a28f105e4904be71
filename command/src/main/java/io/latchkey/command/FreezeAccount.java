package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.NoticeId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Closes every way of recovery by the link of a notice; it needs no session. */
public record FreezeAccount(
        @TargetAggregateIdentifier AccountId accountId, NoticeId noticeId, Instant noticedAt, LinkToken token)
        implements AccountCommand {}
