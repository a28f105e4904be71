package io.latchkey.api.group;

import io.latchkey.query.groups.GroupOverview;
import io.latchkey.query.groups.HelpLine;
import io.latchkey.query.groups.MemberLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A group as one of its members sees it. */
record GroupAnswer(
        String groupId,
        @Nullable String name,

        @Schema(
                description = "Of whoever asks",
                allowableValues = {"organizer", "member"})
        String role,

        List<Member> members,

        @Schema(description = "How many are asked and have not come; for organizers")
        int invitations,

        @Schema(description = "For organizers") List<Case> recoveries) {

    record Member(
            String accountId,
            @Nullable String name,

            @Nullable @Schema(description = "Masked", example = "m***@e***.org")
            String email,

            @Schema(allowableValues = {"organizer", "member"})
            String role,

            Instant joinedAt) {

        static Member of(MemberLine line) {
            return new Member(line.accountId(), line.name(), line.mailbox(), lower(line.role()), line.joinedAt());
        }

        @Override
        public String toString() {
            return "Member[hidden]";
        }
    }

    record Case(
            String recoveryId,
            String accountId,
            String begunBy,
            @Nullable String reason,

            @Schema(description = "The organizers whose consent counts")
            List<String> consents,

            @Schema(allowableValues = {"open", "waiting", "completed", "expired", "cancelled"})
            String status,

            Instant expiresAt,

            @Nullable @Schema(description = "From then on it can be completed")
            Instant completesAt) {

        static Case of(HelpLine line) {
            return new Case(
                    line.recoveryId(),
                    line.accountId(),
                    line.begunBy(),
                    line.note(),
                    line.consents(),
                    lower(line.status()),
                    line.expiresAt(),
                    line.completesAt());
        }

        @Override
        public String toString() {
            return "Case[hidden]";
        }
    }

    static GroupAnswer of(GroupOverview overview) {
        return new GroupAnswer(
                overview.groupId(),
                overview.name(),
                lower(overview.role()),
                overview.members().stream().map(Member::of).toList(),
                overview.invitations(),
                overview.recoveries().stream().map(Case::of).toList());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "GroupAnswer[hidden]";
    }
}
