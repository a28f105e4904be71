package io.latchkey.api.group;

import io.latchkey.query.groups.GroupLine;
import io.latchkey.query.groups.Groups;
import io.latchkey.query.groups.InvitationLine;
import io.latchkey.query.groups.OwnHelpLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The groups of the holder and the invitations that wait. */
record GroupList(
        List<Membership> groups,
        List<Invitation> invitations,

        @Schema(description = "How organizers help the holder back in, until it ends")
        List<OwnRecovery> recoveries) {

    record Membership(
            String groupId,
            @Nullable String name,

            @Schema(allowableValues = {"organizer", "member"})
            String role) {

        static Membership of(GroupLine line) {
            return new Membership(
                    line.groupId(), line.name(), line.role().name().toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return "Membership[hidden]";
        }
    }

    record Invitation(
            String invitationId, String groupId, @Nullable String groupName, Instant expiresAt) {

        static Invitation of(InvitationLine line) {
            return new Invitation(line.invitationId(), line.groupId(), line.groupName(), line.expiresAt());
        }

        @Override
        public String toString() {
            return "Invitation[hidden]";
        }
    }

    record OwnRecovery(
            String recoveryId,
            String groupId,
            Instant expiresAt,

            @Nullable @Schema(description = "From then on an organizer can complete it")
            Instant completesAt) {

        static OwnRecovery of(OwnHelpLine line) {
            return new OwnRecovery(line.recoveryId(), line.groupId(), line.expiresAt(), line.completesAt());
        }
    }

    static GroupList of(Groups groups) {
        return new GroupList(
                groups.groups().stream().map(Membership::of).toList(),
                groups.invitations().stream().map(Invitation::of).toList(),
                groups.recoveries().stream().map(OwnRecovery::of).toList());
    }

    @Override
    public String toString() {
        return "GroupList[hidden]";
    }
}
