package io.latchkey.command;

import io.latchkey.secret.Hashing;
import io.latchkey.value.LinkToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The link of one notice, by which its reader says that it was somebody else. Derived: no event has to carry it. */
public record NoticeLink(String accountId, String noticeId, Instant noticedAt) {

    /** As exact as a link is. */
    public static Instant exact(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    public LinkToken token(Hashing hashing) {
        var at = Long.toString(noticedAt.toEpochMilli());
        return new LinkToken(hashing.keyed("not-me:v1", accountId, noticeId, at));
    }
}
