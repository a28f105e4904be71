package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.PolicyDocument;
import io.latchkey.command.Way;
import io.latchkey.event.*;
import io.latchkey.settings.PolicyFile;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of all that was ever recorded, whatever was asked in whatever order; it reads events and knows no rule of the aggregates. */
final class History {

    private record Guesses(String accountId, Factor factor, boolean knownClient) {}

    private record Proven(RecoveryProofAccepted proof, String activeCode) {}

    private static final Duration QUARANTINE = Duration.ofDays(7);

    private final Map<String, Instant> bound = new HashMap<>();
    static final PolicyDocument POLICY = PolicyFile.read();

    private final ResetHistory resets = new ResetHistory();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Long> lastSteps = new HashMap<>();
    private final Map<Guesses, List<Instant>> wrong = new HashMap<>();
    private final Map<String, String> activeCodes = new HashMap<>();
    private final Map<String, RecoveryStarted> started = new HashMap<>();
    private final Map<String, Map<Factor, Proven>> proven = new HashMap<>();

    void add(List<LatchkeyEvent> news, Instant at) {
        news.forEach(event -> {
            once(event);
            budget(event, at);
            recovery(event, at);
            device(event, at);
            resets.add(event, at);
        });
    }

    /** I4: every secret opens something at most once, and a step none before it. */
    private void once(LatchkeyEvent event) {
        switch (event) {
            case TotpEnrolled it -> step(it.authenticatorId(), it.step());
            case TotpAccepted it -> step(it.authenticatorId(), it.step());
            case BackupCodeSpent it -> use("backup code " + it.setId() + " " + it.slot());
            case EmailCodeAccepted it -> use("sign-in " + it.signInId());
            case MailboxVerified it -> use("mailbox of " + it.accountId());
            case RecoveryProofAccepted it -> use(it.factor() + " for " + it.recoveryId());
            case AccountRecovered it -> use("end of " + it.recoveryId());
            case SecondFactorResetScheduled it -> use(Factor.EMAIL_CODE + " for " + it.recoveryId());
            case SecondFactorsReset it -> use("end of " + it.recoveryId());
            case RecoveryCodeActivated it -> use("activation of " + it.codeId());
            default -> {}
        }
    }

    /** The key of a device opens nothing in its first week, and no proof of it opens two things. */
    private void device(LatchkeyEvent event, Instant at) {
        switch (event) {
            case DeviceKeyBound it -> {
                use("device proof " + it.proofDigest());
                bound.put(it.deviceId(), at);
            }
            case SecondFactorResetByDevice it -> {
                use("sign-in " + it.signInId());
                opens(it.deviceId(), it.proofDigest(), at);
            }
            case SecretKeyReplaced it -> opens(it.deviceId(), it.proofDigest(), at);
            case DeviceForgotten it -> bound.remove(it.deviceId());
            default -> {}
        }
    }

    private void opens(String deviceId, String proofDigest, Instant at) {
        use("device proof " + proofDigest);
        assertThat(bound).containsKey(deviceId);
        assertThat(at).isAfterOrEqualTo(bound.get(deviceId).plus(QUARANTINE));
    }

    private void step(String phone, long step) {
        var last = lastSteps.put(phone, step);
        assertThat(step).as("a later step of %s", phone).isGreaterThan(last == null ? -1 : last);
    }

    private void use(String secret) {
        assertThat(used.add(secret)).as("first use of %s", secret).isTrue();
    }

    /** I5: no guess is looked at before its waiting time is over, and never more of them than the budget allows. */
    private void budget(LatchkeyEvent event, Instant at) {
        switch (event) {
            case SignInRefused it when counts(it.reason()) -> wrong(it.accountId(), it.factor(), it.knownClient(), at);
            case MailboxVerificationRefused it
            when it.reason() == Reason.WRONG_PROOF -> wrong(it.accountId(), Factor.EMAIL_CODE, false, at);
            case GuessCounted it -> wrong(it.accountId(), it.factor(), it.knownClient(), at);
            case SignInBegun it -> forgive(it.accountId(), Factor.PASSWORD);
            case SessionStarted it -> forgive(it.accountId(), Factor.PASSWORD);
            case TotpAccepted it -> forgive(it.accountId(), Factor.TOTP);
            case TotpEnrolled it -> forgive(it.accountId(), Factor.TOTP);
            case BackupCodeSpent it -> forgive(it.accountId(), Factor.BACKUP_CODE);
            case BackupCodesGenerated it -> forgive(it.accountId(), Factor.BACKUP_CODE);
            case EmailCodeAccepted it -> forgive(it.accountId(), Factor.EMAIL_CODE);
            case RecoveryCodeActivated it -> forgive(it.accountId(), Factor.RECOVERY_CODE);
            case GuessesForgiven it -> forgive(it.accountId(), it.factor());
            case FactorDisabled it -> forgive(it.accountId(), it.factor());
            case SecondFactorsReset it -> {
                forgive(it.accountId(), Factor.TOTP);
                forgive(it.accountId(), Factor.BACKUP_CODE);
            }
            case AccountRecovered it -> List.of(Factor.values()).forEach(factor -> forgive(it.accountId(), factor));
            default -> {}
        }
    }

    private static boolean counts(Reason reason) {
        return EnumSet.of(Reason.WRONG_PROOF, Reason.ALREADY_USED, Reason.UNKNOWN_ACCOUNT)
                .contains(reason);
    }

    private void wrong(String accountId, Factor factor, boolean knownClient, Instant at) {
        var times = wrong.computeIfAbsent(new Guesses(accountId, factor, knownClient), key -> new ArrayList<>());
        if (!times.isEmpty()) {
            assertThat(at)
                    .as("after the wait for %s", factor)
                    .isAfterOrEqualTo(times.getLast().plusSeconds(GuessModel.seconds(times.size())));
        }
        times.add(at);
        int all = wrong.entrySet().stream()
                .filter(one -> one.getKey().accountId.equals(accountId) && one.getKey().factor == factor)
                .mapToInt(one -> one.getValue().size())
                .sum();
        assertThat(all).as("guesses of %s", factor).isLessThanOrEqualTo(GuessModel.budget(factor));
    }

    private void forgive(String accountId, Factor factor) {
        wrong.keySet().removeIf(guesses -> guesses.accountId.equals(accountId) && guesses.factor == factor);
    }

    /** No new credentials without every proof the policy names, each given to this very recovery, in its time, with the code still good. */
    private void recovery(LatchkeyEvent event, Instant at) {
        switch (event) {
            case RecoveryCodeActivated it -> activeCodes.put(it.accountId(), it.codeId());
            case RecoveryStarted it -> started.put(it.recoveryId(), it);
            case RecoveryProofAccepted it ->
                proven.computeIfAbsent(it.recoveryId(), key -> new HashMap<>())
                        .put(it.factor(), new Proven(it, activeCodes.getOrDefault(it.accountId(), "none")));
            case AccountRecovered it -> recovered(it, at);
            case RecoveryCodeRevoked it -> activeCodes.remove(it.accountId(), it.codeId());
            case AccountErased it -> activeCodes.remove(it.accountId());
            default -> {}
        }
    }

    private void recovered(AccountRecovered event, Instant at) {
        var begun = started.get(event.recoveryId());
        assertThat(begun).as("the recovery was begun").isNotNull();
        assertThat(begun.accountId()).isEqualTo(event.accountId());
        assertThat(at).as("in its time").isBefore(begun.expiresAt());
        var proofs = proven.getOrDefault(event.recoveryId(), Map.of());
        assertThat(proofs.keySet())
                .as("every proof of the policy")
                .containsAll(POLICY.rule(Way.RECOVERY_CODE).proofs());
        assertThat(proofs.values()).allMatch(one -> one.proof.accountId().equals(event.accountId()));
        assertThat(proofs.get(Factor.RECOVERY_CODE).activeCode)
                .as("the code that was proven is still the good one")
                .isEqualTo(proofs.get(Factor.RECOVERY_CODE).proof.codeId())
                .isEqualTo(activeCodes.get(event.accountId()));
    }
}
