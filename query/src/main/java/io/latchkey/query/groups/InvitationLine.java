package io.latchkey.query.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation that can be accepted until then. */
public record InvitationLine(
        String invitationId, String groupId, @Nullable String groupName, Instant expiresAt) {
    @Override
    public String toString() {
        return "InvitationLine[hidden]";
    }
}
