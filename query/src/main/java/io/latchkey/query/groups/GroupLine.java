package io.latchkey.query.groups;

import io.latchkey.value.GroupRole;
import org.jspecify.annotations.Nullable;

/** A group as one of its members sees it. */
public record GroupLine(String groupId, @Nullable String name, GroupRole role) {
    @Override
    public String toString() {
        return "GroupLine[hidden]";
    }
}
