package io.latchkey.command;

import io.latchkey.secret.Hashing;
import io.latchkey.value.LinkToken;
import java.time.Instant;

/** The link of one notice, by which its reader says that it was somebody else. Derived: no event has to carry it. */
public record NoticeLink(String accountId, String noticeId, Instant noticedAt) {

    public LinkToken token(Hashing hashing) {
        var at = Long.toString(noticedAt.toEpochMilli());
        return new LinkToken(hashing.keyed("not-me:v1", accountId, noticeId, at));
    }
}
