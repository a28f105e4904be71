package io.latchkey.query.groups;

import io.latchkey.value.GroupRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of a group; the address is masked. */
public record MemberLine(
        String accountId, @Nullable String name, @Nullable String mailbox, GroupRole role, Instant joinedAt) {
    @Override
    public String toString() {
        return "MemberLine[hidden]";
    }
}
