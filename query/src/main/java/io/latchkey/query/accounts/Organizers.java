package io.latchkey.query.accounts;

import io.latchkey.command.Policy;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What organizers are worth to an account: those of its groups who could help today, the holder left out. */
final class Organizers {

    record Worth(boolean one, boolean two) {}

    /** A holder who leads, in whichever group, or is staff, or was a quarantine ago, is not helped by one alone. */
    private record Group(boolean holderHasPower, int organizers) {}

    private static final String COUNT = """
            select own.role = 'ORGANIZER' or holder.roles <> '{}' or coalesce(holder.power_lost_at > ?, false) as power,
                count(*) filter (where m.role = 'ORGANIZER' and m.account_id <> own.account_id and %s) as organizers
            from group_member_view own
                join account_view holder on holder.account_id = own.account_id
                join group_member_view m on m.group_id = own.group_id
                join account_view a on a.account_id = m.account_id
            where own.account_id = ?
            group by own.group_id, own.role, holder.roles, holder.power_lost_at""".formatted(Standing.STANDS);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final WayRule alone;
    private final int always;

    Organizers(JdbcTemplate jdbc, Policy policy, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = policy.rule(Way.ORGANIZER);
        this.always = policy.rule(Way.TWO_ORGANIZERS).approvals();
    }

    /** Organizers of one group help together; those of another one do not join in. */
    Worth of(String accountId) {
        var groups = groups(accountId);
        int most = groups.stream().mapToInt(Group::organizers).max().orElse(0);
        boolean power = groups.stream().anyMatch(Group::holderHasPower);
        return new Worth(most >= alone.approvals() && !power, most >= always);
    }

    private List<Group> groups(String accountId) {
        return jdbc.query(
                COUNT,
                (row, number) -> new Group(row.getBoolean("power"), row.getInt("organizers")),
                clock.instant().atOffset(ZoneOffset.UTC).minus(alone.quarantine()),
                accountId);
    }
}
