package io.latchkey.query.groups;

import io.latchkey.value.GroupRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group; only organizers see who is asked in and who is helped. */
public record GroupOverview(
        String groupId,
        @Nullable String name,
        GroupRole role,
        List<MemberLine> members,
        int invitations,
        List<HelpLine> recoveries) {
    @Override
    public String toString() {
        return "GroupOverview[hidden]";
    }
}
