package io.latchkey.command.account;

import io.latchkey.command.FreezeAccount;
import io.latchkey.command.NoticeLink;
import io.latchkey.value.AccountId;
import io.latchkey.value.NoticeId;
import java.time.Duration;
import java.time.Instant;

/** A notice as the courier writes it. */
record Told(String id, Instant at) {

    static Told now(World world) {
        return new Told(world.newId(), NoticeLink.exact(world.clock.instant()));
    }

    Told earlierBy(Duration time) {
        return new Told(id, at.minus(time));
    }

    FreezeAccount freezes(AccountId account, World world) {
        var token = new NoticeLink(account.value(), id, at).token(world.hashing);
        return new FreezeAccount(account, new NoticeId(id), at, token);
    }
}
