package io.latchkey.query.groups;

import io.latchkey.value.GroupRole;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers who is in a group; whoever is not in it gets no answer. */
final class GroupQueries {

    private final GroupTable groups;
    private final HelpTable help;

    GroupQueries(GroupTable groups, HelpTable help) {
        this.groups = groups;
        this.help = help;
    }

    @QueryHandler
    Groups answer(FindGroups query) {
        var account = query.accountId();
        return new Groups(groups.groupsOf(account), groups.invitationsOf(account), help.of(account));
    }

    @QueryHandler
    @Nullable
    GroupOverview answer(FindGroup query) {
        return groups.group(query.groupId(), query.askedBy())
                .map(this::overview)
                .orElse(null);
    }

    private GroupOverview overview(GroupLine line) {
        var id = line.groupId();
        boolean leads = line.role() == GroupRole.ORGANIZER;
        return new GroupOverview(
                id,
                line.name(),
                line.role(),
                groups.members(id),
                leads ? groups.invitations(id) : 0,
                leads ? help.latest(id) : List.of());
    }
}
