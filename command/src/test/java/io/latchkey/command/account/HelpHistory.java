package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Limits;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.event.*;
import io.latchkey.value.GroupRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nobody is recovered with the help of organizers but with what was chosen in that very case, after its time, before any
 * stop, and by as many organizers as the policy says; a group keeps an organizer. It knows no rule of the aggregates.
 */
final class HelpHistory {

    private final Map<String, Map<String, GroupRole>> groups = new HashMap<>();
    private final Map<String, Set<String>> consents = new HashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, AssistedCredentialsChosen> chosen = new HashMap<>();
    private final Map<String, List<Instant>> given = new HashMap<>();
    private final Map<String, Instant> led = new HashMap<>();
    int recovered;

    void add(LatchkeyEvent event, Instant at) {
        switch (event) {
            case GroupCreated it -> members(it.groupId()).put(it.accountId(), GroupRole.ORGANIZER);
            case GroupMemberJoined it -> members(it.groupId()).put(it.accountId(), GroupRole.MEMBER);
            case GroupRoleChanged it -> change(it, at);
            case GroupMemberLeft it -> leave(it, at);
            case GroupRecoveryBegun it -> {
                groupOf.put(it.recoveryId(), it.groupId());
                consents.put(it.recoveryId(), new HashSet<>());
                consent(it.recoveryId(), it.begunBy(), it.accountId());
            }
            case GroupRecoveryApproved it -> consent(it.recoveryId(), it.approvedBy(), it.accountId());
            case OrganizerConsented it -> count(it.accountId(), at);
            case AssistedRecoveryStarted it ->
                assertThat(open.put(it.accountId(), it.recoveryId()))
                        .as("one at a time")
                        .isNull();
            case AssistedRecoveryCancelled it -> end(it.accountId(), it.recoveryId());
            case AssistedRecoveryExpired it -> end(it.accountId(), it.recoveryId());
            case AssistedCredentialsChosen it -> {
                assertThat(open).containsEntry(it.accountId(), it.recoveryId());
                assertThat(chosen.put(it.recoveryId(), it)).as("chosen once").isNull();
            }
            case AccountRecovered it -> recover(it, at);
            default -> {}
        }
    }

    private Map<String, GroupRole> members(String groupId) {
        return groups.computeIfAbsent(groupId, key -> new HashMap<>());
    }

    private void change(GroupRoleChanged event, Instant at) {
        follow(event.accountId(), members(event.groupId()).put(event.accountId(), event.role()), at);
        if (event.role() == GroupRole.MEMBER) {
            withdraw(event.groupId(), event.accountId());
        }
    }

    private void leave(GroupMemberLeft event, Instant at) {
        follow(event.accountId(), members(event.groupId()).remove(event.accountId()), at);
        withdraw(event.groupId(), event.accountId());
    }

    private void follow(String accountId, GroupRole before, Instant at) {
        if (before == GroupRole.ORGANIZER) {
            led.put(accountId, at);
        }
    }

    private boolean ledLately(String accountId, Instant at) {
        return at.isBefore(led.getOrDefault(accountId, Instant.EPOCH)
                .plus(rule(Way.ORGANIZER).quarantine()));
    }

    private void withdraw(String groupId, String accountId) {
        consents.forEach((recovery, people) -> {
            if (groupId.equals(groupOf.get(recovery))) {
                people.remove(accountId);
            }
        });
        var left = members(groupId);
        assertThat(left.isEmpty() || left.containsValue(GroupRole.ORGANIZER))
                .as("a group keeps an organizer")
                .isTrue();
    }

    private void consent(String recoveryId, String organizer, String member) {
        assertThat(members(groupOf.get(recoveryId))).containsEntry(organizer, GroupRole.ORGANIZER);
        assertThat(organizer).as("not the own case").isNotEqualTo(member);
        assertThat(consents.get(recoveryId).add(organizer)).as("once each").isTrue();
    }

    private void count(String organizer, Instant at) {
        var times = given.computeIfAbsent(organizer, key -> new ArrayList<>());
        times.removeIf(old -> !at.isBefore(old.plus(Limits.CONSENT_PERIOD)));
        times.add(at);
        assertThat(times).hasSizeLessThanOrEqualTo(Limits.CONSENTS);
    }

    private void end(String accountId, String recoveryId) {
        assertThat(open.remove(accountId)).isEqualTo(recoveryId);
    }

    private void recover(AccountRecovered event, Instant at) {
        end(event.accountId(), event.recoveryId());
        var made = chosen.get(event.recoveryId());
        assertThat(made).as("chosen in this very case").isNotNull();
        assertThat(event.sealedPassword()).isEqualTo(made.sealedPassword());
        assertThat(event.sealedSecretKey()).isEqualTo(made.sealedSecretKey());
        assertThat(at).isBetween(made.completesAt(), made.expiresAt());
        boolean organizer = members(groupOf.get(event.recoveryId())).get(event.accountId()) == GroupRole.ORGANIZER;
        boolean alone = !organizer
                && !ledLately(event.accountId(), at)
                && made.factors().containsAll(rule(Way.ORGANIZER).proofs());
        assertThat(made.factors()).containsAll(rule(Way.TWO_ORGANIZERS).proofs());
        assertThat(consents.get(event.recoveryId()))
                .hasSizeGreaterThanOrEqualTo(
                        rule(alone ? Way.ORGANIZER : Way.TWO_ORGANIZERS).approvals());
        recovered++;
    }

    private static WayRule rule(Way way) {
        return History.POLICY.rule(way);
    }
}
