package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Limits;
import io.latchkey.command.NoticeLink;
import io.latchkey.event.*;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done in whatever order: what is suspended signs nobody in, and nothing happens to a frozen account. */
class LostWalkTest {

    private static final int STEPS = 60;

    private static final Set<Class<? extends LatchkeyEvent>> NOT_WHILE_FROZEN = Set.of(
            AccountRecovered.class,
            SecondFactorResetStarted.class,
            SecondFactorResetScheduled.class,
            SecondFactorsReset.class,
            SecondFactorResetByDevice.class,
            EmailCodeIssued.class,
            EmailCodeAccepted.class,
            TotpEnrolmentStarted.class,
            TotpEnrolled.class,
            AuthenticatorResumed.class,
            DeviceResumed.class,
            DeviceTrusted.class,
            PasswordChanged.class);

    private static final Map<String, Integer> SEEN = new TreeMap<>();

    private final Set<String> suspended = new HashSet<>();
    private final Set<String> notices = new HashSet<>();
    private boolean frozen;
    private String askedBy = "";
    private Instant askedAt = Instant.EPOCH;
    private boolean strong;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holds(long seed) {
        var world = new World();
        var walk = new LostWalk(world, seed);
        world.news();
        for (int i = 0; i < STEPS; i++) {
            walk.step();
            world.news().forEach(this::check);
        }
    }

    /** A walk that never gets there proves nothing. */
    @AfterAll
    static void it_came_everywhere() {
        assertThat(SEEN)
                .containsKeys(
                        "AccountFrozen",
                        "AccountUnfrozen",
                        "AccountRecovered",
                        "AuthenticatorSuspended",
                        "AuthenticatorResumed",
                        "DeviceSuspended",
                        "LossReportRefused",
                        "SecondFactorsReset",
                        "UnfreezingRefused",
                        "UnfreezingRequested");
    }

    private void check(LatchkeyEvent event) {
        SEEN.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        assertThat(frozen && NOT_WHILE_FROZEN.contains(event.getClass()))
                .as("%s while it is frozen", event)
                .isFalse();
        switch (event) {
            case AuthenticatorSuspended it -> suspended.add(it.authenticatorId());
            case AuthenticatorResumed it -> lift(it.authenticatorId());
            case DeviceSuspended it -> suspended.add(it.deviceId());
            case DeviceResumed it -> lift(it.deviceId());
            case TotpAccepted it -> assertThat(suspended).doesNotContain(it.authenticatorId());
            case SignInBegun it -> counts(it.deviceId());
            case SessionStarted it -> start(it);
            case AccountFrozen it -> freeze(it);
            case UnfreezingRequested it -> ask(it);
            case AccountUnfrozen it -> unfreeze(it);
            default -> {}
        }
    }

    private void lift(String id) {
        assertThat(strong).as("a second factor was given before").isTrue();
        suspended.remove(id);
    }

    private void counts(String deviceId) {
        if (deviceId != null) {
            assertThat(suspended).doesNotContain(deviceId);
        }
    }

    private void start(SessionStarted event) {
        counts(event.deviceId());
        strong |= event.factors().contains(Factor.TOTP) || event.factors().contains(Factor.BACKUP_CODE);
        assertThat(frozen && event.factors().contains(Factor.EMAIL_CODE)).isFalse();
    }

    private void ask(UnfreezingRequested event) {
        askedBy = event.requestedBy();
        askedAt = NoticeLink.exact(event.expiresAt().minus(Limits.UNFREEZING));
    }

    private void freeze(AccountFrozen event) {
        assertThat(notices.add(event.noticeId())).as("a link is good once").isTrue();
        frozen = true;
        strong = false;
        if (!event.noticedAt().isBefore(askedAt)) {
            askedBy = "";
        }
    }

    private void unfreeze(AccountUnfrozen event) {
        assertThat(frozen).isTrue();
        frozen = false;
        if (event.approvedBy() == null) {
            assertThat(strong).as("a second factor was given since").isTrue();
            return;
        }
        assertThat(event.requestedBy()).isEqualTo(askedBy).isNotEqualTo(event.approvedBy());
        assertThat(Set.of(event.requestedBy(), event.approvedBy())).doesNotContain(event.accountId());
    }
}
