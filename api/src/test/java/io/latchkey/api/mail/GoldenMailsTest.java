package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountFrozen;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryReminded;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.AuthenticatorRemoved;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.BackupCodeSpent;
import io.latchkey.event.BackupCodesGenerated;
import io.latchkey.event.BackupCodesRevoked;
import io.latchkey.event.ContactAccepted;
import io.latchkey.event.ContactApprovalAsked;
import io.latchkey.event.ContactInvitationReceived;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactReviewDue;
import io.latchkey.event.DeviceForgotten;
import io.latchkey.event.DeviceKeyBound;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.DeviceSuspended;
import io.latchkey.event.DeviceTrusted;
import io.latchkey.event.EmailCodeAccepted;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.GroupInvitationReceived;
import io.latchkey.event.GroupJoined;
import io.latchkey.event.GroupLeft;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.LossLinkIssued;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.OrganizerConsentsSpent;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCancelled;
import io.latchkey.event.RecoveryCodeActivated;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.RoleGranted;
import io.latchkey.event.RoleRevoked;
import io.latchkey.event.SecondFactorResetByDevice;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetReminded;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.event.SecretKeyReplaced;
import io.latchkey.event.SessionRefreshRefused;
import io.latchkey.event.SignInRefused;
import io.latchkey.event.TotpEnrolled;
import io.latchkey.event.UnfreezingRequested;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import io.latchkey.value.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mail as it leaves, byte for byte. To look at a changed text: -Dlatchkey.golden.add=true writes it anew. */
class GoldenMailsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-mails");
    private static final String ANN = "01890000-0000-7000-8000-000000000001";
    private static final String X = "01890000-0000-7000-8000-0000000000ff";

    private static final Set<Kind> STOPPABLE = EnumSet.of(
            Kind.RESET_WAITING,
            Kind.RESET_REMINDER,
            Kind.ASSISTED_RECOVERY_BEGUN,
            Kind.ASSISTED_RECOVERY_WAITING,
            Kind.ASSISTED_RECOVERY_REMINDER,
            Kind.CONTACT_RECOVERY_BEGUN,
            Kind.CONTACT_RECOVERY_WAITING);

    /** Nobody asked for them at that moment: their time had come. */
    private static final Set<Kind> BY_THEMSELVES = EnumSet.of(
            Kind.RESET_REMINDER, Kind.ASSISTED_RECOVERY_REMINDER, Kind.SECOND_FACTORS_RESET, Kind.CONTACTS_TO_REVIEW);

    /** Derived from keys that are other ones in every run. */
    private static final Pattern NOT_ME =
            Pattern.compile("(https://id.example.org/link#k=notme&a=" + ANN + "&n=event-1&w=\\d+&t=)[\\w-]{43}");

    private final PostOffice office = new PostOffice();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void is_what_was_agreed(Kind kind) throws Exception {
        office.registered(ANN, "ann@example.org");
        office.happens(new MailboxVerified(ANN));
        office.sender = office.sender(new FilesCarrier(directory, "Latchkey <no-reply@id.example.org>"));
        happen(kind);
        office.delivery();

        var mail = Files.readString(directory.resolve(Mail.id("event-1", kind) + ".eml"));
        var fixed = NOT_ME.matcher(unfolded(mail)).replaceAll("$1DERIVED");
        var golden = GOLDEN.resolve(kind.spelling() + ".eml");
        if (Boolean.getBoolean("latchkey.golden.add")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, fixed);
        }
        assertThat(fixed).isEqualTo(Files.readString(golden));
        hold(mail, kind);
    }

    /** What is true of every mail, whatever its text (MA-4, NB-26). */
    private static void hold(String mail, Kind kind) throws IOException {
        var head = mail.substring(0, mail.indexOf("\r\n\r\n"));
        var body = mail.substring(head.length());
        assertThat(head)
                .contains("Auto-Submitted: auto-generated", "Content-Type: text/plain", "Message-ID: <")
                .doesNotContain("1234");
        assertThat(body).contains("If ", "help@example.org").doesNotContain("<", "{", "http://");
        assertThat(body.lines()).allMatch(line -> line.length() <= 78 || line.contains("https://"));
        if (kind.notice()) {
            assertThat(NOT_ME.matcher(unfolded(mail)).results())
                    .as("every notice can be objected to")
                    .hasSize(1);
            boolean linked = STOPPABLE.contains(kind) || kind == Kind.ASSISTED_RECOVERY_LINK;
            assertThat(body.split("https://")).hasSize(linked ? 3 : 2);
        }
        if (STOPPABLE.contains(kind)) {
            assertThat(body).containsOnlyOnce("#k=veto&r=" + X + "&t=" + PostOffice.TOKEN);
        } else if (kind == Kind.LOSS_LINK) {
            assertThat(body).containsOnlyOnce("#k=lost&a=" + ANN + "&t=" + PostOffice.TOKEN);
        } else if (kind == Kind.ASSISTED_RECOVERY_LINK) {
            assertThat(body).containsOnlyOnce("#k=choose&r=" + X + "&t=" + PostOffice.TOKEN);
        } else if (kind.notice()) {
            assertThat(body).doesNotContain("1234 5678", PostOffice.TOKEN);
        } else {
            assertThat(body.substring(0, 120)).doesNotContain("1234");
        }
    }

    /** With lines as they were written, also where a name made the carrier fold them. */
    private static String unfolded(String mail) {
        var lines = mail.replace("\r\n", "\n");
        return lines.contains("quoted-printable") ? lines.replace("=\n", "").replace("=3D", "=") : lines;
    }

    private void happen(Kind kind) {
        if (kind == Kind.ADDRESS_TAKEN) {
            office.owners.put(new EmailAddress("ann@example.org"), new AccountId(ANN));
            office.delivered("event-1", office.mailboxCode(office.registered(X, "ann@example.org")));
            return;
        }
        if (kind == Kind.WRONG_SECOND_FACTORS) {
            office.happens(event(kind));
            office.happens(event(kind));
        }
        office.origin = BY_THEMSELVES.contains(kind) ? MetaData.emptyInstance() : office.origin;
        office.delivered("event-1", event(kind));
    }

    private LatchkeyEvent event(Kind kind) {
        return switch (kind) {
            case MAILBOX_CODE, ADDRESS_TAKEN -> office.mailboxCode(ANN);
            case SIGN_IN_CODE -> office.signInCode(ANN);
            case RECOVERY_CODE, RECOVERY_STARTED -> office.recovery(ANN, true, false);
            case RECOVERY_CANCELLED -> new RecoveryCancelled(X, ANN, Reason.ENDED_BY_HOLDER);
            case ACCOUNT_RECOVERED -> new AccountRecovered(ANN, X, "", "", "2026-1");
            case PASSWORD_CHANGED -> new PasswordChanged(ANN, "");
            case AUTHENTICATOR_ADDED -> new TotpEnrolled(ANN, X, X, 1, 0);
            case AUTHENTICATOR_REMOVED -> new AuthenticatorRemoved(ANN, X);
            case FACTOR_DISABLED -> new FactorDisabled(ANN, Factor.TOTP);
            case BACKUP_CODES_MADE -> new BackupCodesGenerated(ANN, X, Collections.nCopies(10, ""));
            case BACKUP_CODES_REVOKED -> new BackupCodesRevoked(ANN, X);
            case BACKUP_CODE_USED -> new BackupCodeSpent(ANN, null, X, 2, 7);
            case BACKUP_CODES_LOW -> new BackupCodeSpent(ANN, null, X, 7, 3);
            case RECOVERY_CODE_ACTIVE -> new RecoveryCodeActivated(ANN, X);
            case RECOVERY_CODE_REVOKED -> new RecoveryCodeRevoked(ANN, X, Reason.REVOKED);
            case RECOVERY_SESSION -> new EmailCodeAccepted(ANN, X);
            case DEVICE_TRUSTED ->
                new DeviceTrusted(
                        ANN,
                        X,
                        office.seal(ANN, "DeviceTrusted/name/" + ANN, "Łukasz's phone"),
                        office.clock.instant());
            case DEVICE_FORGOTTEN -> new DeviceForgotten(ANN, X);
            case DEVICE_KEY_BOUND ->
                new DeviceKeyBound(
                        ANN,
                        X,
                        office.seal(ANN, "DeviceTrusted/name/" + ANN, "Łukasz's laptop"),
                        "",
                        "",
                        office.clock.instant());
            case SECOND_FACTOR_RESET_BY_DEVICE -> new SecondFactorResetByDevice(ANN, X, X, "");
            case SECRET_KEY_REPLACED -> new SecretKeyReplaced(ANN, X, "", "");
            case ROLE_GRANTED -> new RoleGranted(ANN, Role.SUPPORT, X);
            case ROLE_REVOKED -> new RoleRevoked(ANN, Role.SUPPORT, X);
            case WRONG_SECOND_FACTORS -> new SignInRefused(ANN, X, Factor.TOTP, false, Reason.WRONG_PROOF);
            case RESET_CODE ->
                new SecondFactorResetStarted(
                        ANN,
                        X,
                        X,
                        false,
                        "2026-2",
                        259_200,
                        reset("code", PostOffice.CODE),
                        reset("link", PostOffice.TOKEN),
                        later());
            case RESET_WAITING -> new SecondFactorResetScheduled(ANN, X, later(), reset("veto", PostOffice.TOKEN));
            case RESET_REMINDER -> new SecondFactorResetReminded(ANN, X, later(), reset("veto", PostOffice.TOKEN));
            case RESET_CANCELLED -> new SecondFactorResetCancelled(ANN, X, Reason.VETOED);
            case SECOND_FACTORS_RESET -> new SecondFactorsReset(ANN, X, "2026-2");
            case LOSS_LINK ->
                new LossLinkIssued(ANN, office.seal(ANN, "LossLinkIssued/link/" + ANN, PostOffice.TOKEN), later());
            case AUTHENTICATOR_SUSPENDED -> new AuthenticatorSuspended(ANN, X, Reason.REPORTED_LOST);
            case AUTHENTICATOR_RESUMED -> new AuthenticatorResumed(ANN, X);
            case DEVICE_SUSPENDED -> new DeviceSuspended(ANN, X, Reason.REPORTED_LOST);
            case DEVICE_RESUMED -> new DeviceResumed(ANN, X);
            case ACCOUNT_FROZEN -> new AccountFrozen(ANN, X, office.clock.instant());
            case UNFREEZING_REQUESTED -> new UnfreezingRequested(ANN, X, "", later());
            case ACCOUNT_UNFROZEN -> new AccountUnfrozen(ANN, null, null);
            case GROUP_INVITED ->
                new GroupInvitationReceived(
                        ANN, X, X, office.seal(ANN, "GroupInvitationReceived/group/" + ANN, "The Examples"), later());
            case GROUP_JOINED -> new GroupJoined(ANN, X, GroupRole.ORGANIZER);
            case GROUP_LEFT -> new GroupLeft(ANN, X, Reason.REMOVED);
            case CONSENTS_SPENT -> new OrganizerConsentsSpent(ANN, X, X);
            case ASSISTED_RECOVERY_BEGUN, ASSISTED_RECOVERY_LINK ->
                new AssistedRecoveryStarted(
                        ANN, X, X, X, "2026-3", 86_400, assisted("link"), assisted("veto"), later());
            case ASSISTED_RECOVERY_WAITING ->
                new AssistedCredentialsChosen(
                        ANN, X, List.of(Factor.EMAIL_CODE), "", "", later(), later(), assisted("veto"));
            case ASSISTED_RECOVERY_REMINDER -> new AssistedRecoveryReminded(ANN, X, later(), assisted("veto"));
            case ASSISTED_RECOVERY_CANCELLED -> new AssistedRecoveryCancelled(ANN, X, Reason.VETOED);
            case CONTACT_INVITED -> new ContactInvitationReceived(ANN, X, X, holder(), later());
            case CONTACT_ADDED -> new ContactAccepted(ANN, X, X);
            case CONTACTS_TO_REVIEW -> new ContactReviewDue(ANN);
            case CONTACT_REMOVED -> new ContactRemoved(ANN, X, X, Reason.REMOVED);
            case CONTACT_APPROVAL_ASKED -> new ContactApprovalAsked(ANN, X, X, holder(), later());
            case CONTACT_RECOVERY_BEGUN ->
                new ContactRecoveryStarted(ANN, X, "2026-4", 86_400, 2, List.of(X), "", assisted("veto"), later());
            case CONTACT_RECOVERY_WAITING -> new ContactRecoveryScheduled(ANN, X, later(), later(), assisted("veto"));
            case SESSION_COPIED -> new SessionRefreshRefused(ANN, X, Reason.TOKEN_REUSED);
        };
    }

    private Instant later() {
        return office.clock.instant().plus(Duration.ofHours(72));
    }

    private String holder() {
        return office.seal(X, "Contact/holder/" + X, "Max Example");
    }

    private String assisted(String what) {
        return office.seal(ANN, "AssistedRecovery/" + what + "/" + X + "/" + ANN, PostOffice.TOKEN);
    }

    private String reset(String what, String plain) {
        return office.seal(ANN, "SecondFactorReset/" + what + "/" + X + "/" + ANN, plain);
    }
}
