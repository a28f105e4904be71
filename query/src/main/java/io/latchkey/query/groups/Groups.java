package io.latchkey.query.groups;

import java.util.List;

/** The groups of one account, the invitations that wait for it, and how it is helped itself. */
public record Groups(List<GroupLine> groups, List<InvitationLine> invitations, List<OwnHelpLine> recoveries) {}
