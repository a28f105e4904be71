package io.latchkey.query;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.EVE;

import io.latchkey.event.*;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import io.latchkey.value.Role;
import io.latchkey.value.TotpAlgorithm;
import java.time.Duration;
import java.util.List;

/** What happens to people, as facts. */
public final class Stories {

    public static final String RECOVERY = "01890000-0000-7000-8000-0000000000f1";

    public static final String RESET = "01890000-0000-7000-8000-0000000000f9";

    public static final String GROUP = "01890000-0000-7000-8000-0000000000fa";

    public static final String HELP = "01890000-0000-7000-8000-0000000000fb";

    public static final String CASE = "01890000-0000-7000-8000-0000000000fc";

    private final World world;

    public Stories(World world) {
        this.world = world;
    }

    public AccountRegistered registered(String accountId, String email) {
        return new AccountRegistered(
                accountId,
                world.sealed("account:" + accountId, "AccountRegistered/email/" + accountId, email),
                world.sealed("account:" + accountId, "AccountRegistered/name/" + accountId, "Ann Example"),
                "sealed-password",
                "sealed-secret-key");
    }

    public SessionStarted session(String accountId, String sessionId) {
        return session(accountId, sessionId, SessionKind.FULL, null);
    }

    public SessionStarted session(String accountId, String sessionId, SessionKind kind, String deviceId) {
        return new SessionStarted(
                accountId,
                sessionId,
                kind,
                1,
                List.of(Factor.PASSWORD),
                deviceId,
                world.clock.instant().plus(Duration.ofHours(24)));
    }

    public TotpEnrolmentStarted enrolment(String accountId, String id) {
        return new TotpEnrolmentStarted(
                accountId,
                id,
                world.sealed("account:" + accountId, "AuthenticatorName/" + accountId, "old phone"),
                "sealed-seed",
                TotpAlgorithm.SHA1,
                6,
                30,
                world.clock.instant().plus(Duration.ofMinutes(10)));
    }

    public DeviceTrusted device(String accountId, String id) {
        return new DeviceTrusted(
                accountId,
                id,
                world.sealed("account:" + accountId, "DeviceTrusted/name/" + accountId, "laptop"),
                world.clock.instant().plus(Duration.ofDays(90)));
    }

    public DeviceKeyBound boundDevice(String accountId, String id) {
        return new DeviceKeyBound(
                accountId,
                id,
                world.sealed("account:" + accountId, "DeviceTrusted/name/" + accountId, "tablet"),
                "sealed-thumbprint",
                "digest",
                world.clock.instant().plus(Duration.ofDays(90)));
    }

    /** Loses the phone and resets the second factor from the tablet, eight days after it was bound. */
    public void resetByDevice(String accountId) {
        world.happened(accountId, boundDevice(accountId, accountId + "-d2"));
        world.clock.pass(Duration.ofDays(8));
        world.happened(
                accountId,
                new SignInBegun(
                        accountId,
                        accountId + "-i1",
                        accountId + "-d2",
                        List.of(Factor.TOTP, Factor.DEVICE_KEY),
                        world.clock.instant().plus(Duration.ofMinutes(30))),
                new DeviceProofRefused(
                        accountId, accountId + "-i1", accountId + "-d2", "reset the second factor", Reason.WRONG_PROOF),
                new SecondFactorResetByDevice(accountId, accountId + "-i1", accountId + "-d2", "digest"),
                session(accountId, accountId + "-s9", SessionKind.RECOVERY, accountId + "-d2"));
    }

    public RecoveryStarted recovery(String recoveryId, String accountId, boolean known) {
        return new RecoveryStarted(
                recoveryId,
                accountId,
                known,
                false,
                "2026-1",
                "sealed-code",
                "sealed-link",
                world.clock.instant().plus(Duration.ofMinutes(30)));
    }

    /** Registers, protects the account, signs in. */
    public void protectedAccount(String accountId) {
        world.happened(
                accountId,
                registered(accountId, "jane@example.org"),
                new MailboxVerified(accountId),
                session(accountId, accountId + "-s1"),
                enrolment(accountId, accountId + "-a1"),
                new TotpEnrolled(accountId, accountId + "-a1", accountId + "-s1", 7, 0),
                new BackupCodesGenerated(accountId, accountId + "-b1", List.of("v", "v", "v", "v")),
                new BackupCodesAcknowledged(accountId, accountId + "-b1"),
                new RecoveryCodeGenerated(accountId, accountId + "-c1", "sealed-verifier"),
                new RecoveryCodeActivated(accountId, accountId + "-c1"),
                device(accountId, accountId + "-d1"),
                session(accountId, accountId + "-s2", SessionKind.FULL, accountId + "-d1"),
                new BackupCodeSpent(accountId, null, accountId + "-b1", 2, 3),
                new RoleGranted(accountId, Role.SUPPORT, "bootstrap"),
                new FactorDisabled(accountId, Factor.EMAIL_CODE));
    }

    /** Loses the phone, is refused once, comes back in. */
    public void recovered(String accountId) {
        world.happened(
                RECOVERY,
                recovery(RECOVERY, accountId, true),
                new RecoveryProofRefused(RECOVERY, accountId, Factor.RECOVERY_CODE, Reason.WRONG_PROOF),
                new RecoveryProofAccepted(RECOVERY, accountId, Factor.EMAIL_CODE, null),
                new RecoveryProofAccepted(RECOVERY, accountId, Factor.RECOVERY_CODE, accountId + "-c1"));
        world.happened(
                accountId,
                new GuessCounted(accountId, Factor.RECOVERY_CODE, false, RECOVERY),
                new AccountRecovered(accountId, RECOVERY, "sealed-password", "sealed-secret-key", "2026-1"));
        world.happened(RECOVERY, new RecoveryCompleted(RECOVERY, accountId));
    }

    /** Asks for a reset of the second factors and proves the mailbox; it completes three days later. */
    public void resetWaits(String recoveryId, String accountId) {
        var now = world.clock.instant();
        world.happened(
                accountId,
                new SecondFactorResetStarted(
                        accountId,
                        recoveryId,
                        accountId + "-i1",
                        false,
                        "2026-2",
                        259_200,
                        "sealed-code",
                        "sealed-link",
                        now.plus(Duration.ofMinutes(30))),
                new SecondFactorResetScheduled(accountId, recoveryId, now.plus(Duration.ofHours(72)), "sealed-veto"));
    }

    /** Reports phone and laptop lost, then objects to a notice; one of staff asks to unfreeze the account. */
    public void lost(String accountId) {
        var now = world.clock.instant();
        world.happened(
                accountId,
                new LossLinkIssued(accountId, "sealed-link", now.plus(Duration.ofMinutes(30))),
                new LossReportRefused(accountId, Factor.EMAIL_CODE, Reason.WRONG_PROOF),
                new LossReported(accountId, Factor.EMAIL_CODE, true, true),
                new AuthenticatorSuspended(accountId, accountId + "-a1", Reason.REPORTED_LOST),
                new DeviceSuspended(accountId, accountId + "-d1", Reason.REPORTED_LOST),
                new AccountFrozen(accountId, "no-event", now),
                new SessionsEnded(accountId, null, Reason.FROZEN),
                new UnfreezingRequested(
                        accountId,
                        ANN,
                        world.sealed("account:" + accountId, "UnfreezingRequested/note/" + accountId, "she came by"),
                        now.plus(Duration.ofHours(24))));
    }

    /** One is an organizer of a family and begins the recovery of the other, who has chosen; another organizer has approved. */
    public void helped(String organizer, String member) {
        var now = world.clock.instant();
        var name = world.sealed("group:" + GROUP, "GroupCreated/name/" + GROUP, "The Examples");
        var note = world.sealed("account:" + member, "GroupRecoveryBegun/note/" + HELP, "lost the phone");
        world.happened(
                GROUP,
                new GroupCreated(GROUP, organizer, name),
                new GroupMemberInvited(GROUP, member, "i1", organizer, now.plus(Duration.ofDays(7))),
                new GroupMemberJoined(GROUP, member, "i1"),
                new GroupMemberInvited(GROUP, EVE, "i2", organizer, now.plus(Duration.ofDays(7))),
                new GroupMemberJoined(GROUP, EVE, "i2"),
                new GroupRoleChanged(GROUP, EVE, GroupRole.ORGANIZER));
        world.happened(member, new GroupJoined(member, GROUP, GroupRole.MEMBER), assisted(member, organizer));
        world.happened(
                GROUP,
                new GroupRecoveryBegun(GROUP, member, HELP, organizer, note),
                new GroupRecoveryApproved(GROUP, member, HELP, EVE));
        world.happened(member, chosen(member, List.of(Factor.EMAIL_CODE)));
    }

    public AssistedRecoveryStarted assisted(String member, String organizer) {
        var until = world.clock.instant().plus(Duration.ofHours(24));
        return new AssistedRecoveryStarted(
                member, HELP, GROUP, organizer, "2026-3", 86_400, "sealed-link", "sealed-veto", until);
    }

    public AssistedCredentialsChosen chosen(String member, List<Factor> factors) {
        var completesAt = world.clock.instant().plus(Duration.ofHours(24));
        return new AssistedCredentialsChosen(
                member,
                HELP,
                factors,
                "sealed-password",
                "sealed-key",
                completesAt,
                completesAt.plus(Duration.ofDays(7)),
                "sealed-veto");
    }

    /** One named two others as recovery contacts, who accepted, and a third; one of the two has approved a recovery. */
    public void counted(String holder, String first, String second) {
        var now = world.clock.instant();
        named(holder, "c1", first);
        named(holder, "c2", second);
        named(holder, "c3", GROUP);
        world.happened(
                holder,
                new ContactAccepted(holder, "c1", first),
                new ContactAccepted(holder, "c2", second),
                new ContactsReviewed(holder),
                new ContactReviewDue(holder));
        world.happened(
                CASE,
                new RecoveryStarted(
                        CASE, holder, true, false, "2026-4", "sealed-code", "sealed-link", now.plusSeconds(1800)),
                new RecoveryProofAccepted(CASE, holder, Factor.EMAIL_CODE, null));
        var until = now.plus(Duration.ofHours(72));
        world.happened(
                holder,
                new ContactRecoveryStarted(
                        holder, CASE, "2026-4", 86_400, 2, List.of("c1", "c2"), "sealed-code", "sealed-veto", until));
        world.happened(CASE, new RecoveryHandedOver(CASE, holder));
        world.happened(first, new ContactApprovalAsked(first, holder, CASE, "sealed-holder", until));
        world.happened(holder, new ContactRecoveryApproved(holder, CASE, "c1", first));
    }

    private void named(String holder, String contactId, String contact) {
        var name = world.sealed("account:" + holder, "ContactNamed/name/" + holder, "a friend");
        var until = world.clock.instant().plus(Duration.ofDays(7));
        world.happened(holder, new ContactNamed(holder, contactId, contact, name, until));
    }

    public void everything() {
        protectedAccount(ANN);
        recovered(ANN);
        world.happened(ANN, session(ANN, ANN + "-s3", SessionKind.RECOVERY, null), enrolment(ANN, ANN + "-a2"));
    }
}
