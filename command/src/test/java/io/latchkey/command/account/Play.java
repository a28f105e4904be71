package io.latchkey.command.account;

import static io.latchkey.command.account.Purse.Kind.*;
import static io.latchkey.command.account.Script.Proof.*;

import io.latchkey.command.*;
import io.latchkey.command.account.Script.Proof;
import io.latchkey.command.account.Script.Step;
import io.latchkey.totp.Base32;
import io.latchkey.value.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Turns the steps of one person into wishes, with whatever that person, the past and the other person hold. */
final class Play {

    private final World world;
    final AccountId id;
    final Purse purse = new Purse();
    private final Map<String, Integer> generations = new HashMap<>();
    private Play other = this;
    private Random dice = new Random();
    private Proof proof = RIGHT;
    private @Nullable DeviceProof sent;

    Play(World world) {
        this.world = world;
        id = new AccountId(world.newId());
    }

    void meets(Play somebody) {
        other = somebody;
    }

    Object wish(Step step) {
        dice = new Random(step.pick());
        proof = step.proof();
        return switch (step.move()) {
            case REGISTER -> register();
            case VERIFY_MAILBOX ->
                dice.nextBoolean()
                        ? new VerifyMailbox(id, new MailedCode(proof(MAILBOX_CODE, digits(8))), null)
                        : new VerifyMailbox(id, null, new LinkToken(proof(MAILBOX_LINK, link())));
            case RESEND -> new ResendMailboxCode(id);
            case SIGN_IN -> signIn();
            case PROVE_TOTP -> new ProveTotp(id, new SignInId(target(SIGN_IN)), totp());
            case PROVE_BACKUP_CODE -> new ProveBackupCode(id, new SignInId(target(SIGN_IN)), backupCode());
            case SEND_EMAIL_CODE -> new SendEmailCode(id, new SignInId(target(SIGN_IN)));
            case PROVE_EMAIL_CODE ->
                new ProveEmailCode(id, new SignInId(target(SIGN_IN)), new MailedCode(proof(EMAIL_CODE, digits(8))));
            case REFRESH -> refresh();
            case END_SESSION -> new EndSession(id, session(), new SessionId(purse.any(SESSION, dice, world.newId())));
            case END_OTHERS -> new EndOtherSessions(id, session());
            case STEP_UP_TOTP -> new StepUpWithTotp(id, session(), totp());
            case STEP_UP_BACKUP_CODE -> new StepUpWithBackupCode(id, session(), backupCode());
            case STEP_UP_PASSWORD -> new StepUpWithPassword(id, session(), password());
            case ENROLL ->
                new EnrollTotp(
                        id, session(), new AuthenticatorId(world.newId()), new Label("phone"), TotpAlgorithm.SHA1, 6);
            case CONFIRM ->
                new ConfirmTotp(
                        id,
                        session(),
                        new AuthenticatorId(target(PHONE)),
                        totp(),
                        dice.nextInt(4) == 0 ? null : codes());
            case RENAME ->
                new RenameAuthenticator(id, session(), new AuthenticatorId(target(PHONE)), new Label("old phone"));
            case REMOVE -> new RemoveAuthenticator(id, session(), new AuthenticatorId(target(PHONE)));
            case GENERATE_BACKUP_CODES -> new GenerateBackupCodes(id, session(), codes());
            case ACKNOWLEDGE -> new AcknowledgeBackupCodes(id, session(), proof(SET, world.newId()));
            case GENERATE_RECOVERY_CODE -> new GenerateRecoveryCode(id, session(), world.newId());
            case ACTIVATE ->
                new ActivateRecoveryCode(
                        id,
                        session(),
                        new RecoveryCode(proof(
                                RECOVERY_CODE, RecoveryCode.random(world.random).body())));
            case REVOKE -> new RevokeRecoveryCode(id, session());
            case MAKE_KIT ->
                new MakeRecoveryKit(
                        id,
                        session(),
                        new RecoveryCode(proof(
                                RECOVERY_CODE, RecoveryCode.random(world.random).body())),
                        KitFormat.PDF);
            case TRUST -> new TrustDevice(id, session(), new DeviceId(world.newId()), new Label("laptop"));
            case FORGET -> new ForgetDevice(id, session(), new DeviceId(target(DEVICE)));
            case BIND -> new BindDevice(id, session(), new DeviceId(world.newId()), new Label("tablet"), deviceProof());
            case RENAME_DEVICE ->
                new RenameDevice(id, session(), new DeviceId(target(DEVICE)), new Label("old tablet"));
            case RESET -> new ResetSecondFactor(id, new SignInId(target(SIGN_IN)), deviceProof());
            case REPLACE -> new ReplaceSecretKey(id, session(), deviceProof());
            case CHANGE_PASSWORD -> new ChangePassword(id, session(), newPassword());
            case ERASE -> new EraseAccount(id, session());
            case REQUEST_RESET -> new RequestReset(id, new SignInId(target(SIGN_IN)), new RecoveryId(world.newId()));
            case PROVE_RESET ->
                dice.nextInt(3) > 0
                        ? new ProveResetMailbox(id, reset(), new MailedCode(proof(RESET_MAIL, digits(8))), null)
                        : new ProveResetMailbox(id, reset(), null, new LinkToken(proof(RESET_LINK, link())));
            case VETO_RESET -> new VetoReset(id, reset(), new LinkToken(proof(VETO, link())));
            case CANCEL_RESET -> new CancelReset(id, reset());
            case HURRY_RESET -> new HurryReset(id, reset());
            case ADVANCE_RESET -> new AdvanceReset(id, reset());
            case START ->
                new StartRecovery(
                        new RecoveryId(proof != RIGHT ? target(RECOVERY) : world.newId()),
                        id,
                        world.addresses.containsValue(id),
                        false);
            case PROVE_MAILBOX -> proveMailbox();
            case PROVE_RECOVERY_CODE ->
                new ProveRecoveryCode(
                        recovery(),
                        new RecoveryCode(proof(
                                proof == OLD ? RECOVERY_CODE : ACTIVATED,
                                RecoveryCode.random(world.random).body())));
            case RECOVER -> new RecoverAccount(recovery(), proof == OTHERS ? other.id : id, newPassword());
            case CANCEL -> new CancelRecovery(recovery());
            case EXPIRE -> new ExpireRecovery(recovery());
        };
    }

    private Object register() {
        var email = new EmailAddress((proof == OTHERS ? other.id : id) + "@example.org");
        return new RegisterAccount(id, email, new PersonName("Somebody"), newPassword());
    }

    private Object signIn() {
        var signIn = new SignInId(world.newId());
        var device =
                purse.all(DEVICE).isEmpty() || dice.nextInt(3) > 0 ? null : new DeviceId(purse.any(DEVICE, dice, ""));
        boolean wrongKey = proof == WRONG && dice.nextBoolean();
        var key = wrongKey ? "v1$wrong" : purse.newest(SECRET_KEY, "v1$none");
        return new SignIn(
                id,
                signIn,
                true,
                wrongKey ? new PasswordDigest(purse.newest(PASSWORD, "none")) : password(),
                device == null || proof == OLD ? key : null,
                device);
    }

    private Object refresh() {
        var session = target(SESSION);
        int generation = generations.getOrDefault(session, 0);
        return new RefreshSession(id, new SessionId(session), proof == RIGHT ? generation : generation - 1);
    }

    /** Most wrong codes are wrong for a recovery that is right. */
    private Object proveMailbox() {
        var recovery = recovery();
        int at = purse.all(RECOVERY).indexOf(recovery.value());
        boolean own = proof == RIGHT && at >= 0;
        return dice.nextInt(3) > 0 || proof == WRONG
                ? new ProveMailbox(
                        recovery,
                        new MailedCode(own ? purse.all(RECOVERY_MAIL).get(at) : proof(RECOVERY_MAIL, digits(8))),
                        null)
                : new ProveMailbox(
                        recovery,
                        null,
                        new LinkToken(own ? purse.all(RECOVERY_LINK).get(at) : proof(RECOVERY_LINK, link())));
    }

    private RecoveryId recovery() {
        return new RecoveryId(target(RECOVERY));
    }

    private RecoveryId reset() {
        return new RecoveryId(target(RESET));
    }

    private SessionId session() {
        return new SessionId(target(SESSION));
    }

    private String target(Purse.Kind kind) {
        return switch (dice.nextInt(20)) {
            case 0 -> other.purse.newest(kind, world.newId());
            case 1, 2 -> purse.any(kind, dice, world.newId());
            default -> purse.newest(kind, world.newId());
        };
    }

    private String proof(Purse.Kind kind, String wrong) {
        return switch (proof) {
            case RIGHT -> purse.newest(kind, wrong);
            case OLD -> purse.any(kind, dice, wrong);
            case OTHERS -> other.purse.newest(kind, wrong);
            case WRONG -> wrong;
        };
    }

    private PasswordDigest password() {
        return new PasswordDigest(proof(PASSWORD, "v1$a wrong guess"));
    }

    private PasswordDigest newPassword() {
        return new PasswordDigest("v1$" + world.newId());
    }

    /** Right is the newest phone now, at times a step early or late or an older phone; old is a code that was sent before. */
    private TotpCode totp() {
        if (proof == OLD && !purse.all(TOTP_SENT).isEmpty()) {
            return new TotpCode(purse.newest(TOTP_SENT, ""));
        }
        var seed = proof == WRONG ? "" : dice.nextInt(6) == 0 ? purse.any(SEED, dice, "") : proof(SEED, "");
        long step = TotpModel.step(world.clock.instant())
                + List.of(0, 0, 0, 0, 0, 0, -1, -1, 1, -2).get(dice.nextInt(10));
        var code = seed.isEmpty() ? digits(6) : TotpModel.code(Base32.decode(seed), step);
        purse.keep(TOTP_SENT, code);
        return new TotpCode(code);
    }

    /** Right is one of the person's key about now, old one that was sent before. */
    private @Nullable DeviceProof deviceProof() {
        if (proof == OLD) {
            return sent;
        }
        var key = proof == RIGHT ? id.value() : proof == OTHERS ? other.id.value() : "a thief";
        long ahead = List.of(0, 0, 0, 0, 0, -1, -59, 30, -60, 31).get(dice.nextInt(10));
        sent = new DeviceProof(key, world.newId(), world.clock.instant().plusSeconds(ahead));
        return sent;
    }

    private BackupCodeDigest backupCode() {
        int slot = dice.nextInt(10);
        var shown = proof == OTHERS ? other.purse.all(BACKUP_CODE) : purse.all(BACKUP_CODE);
        int newest = Math.max(0, shown.size() - 10);
        var code = shown.isEmpty() || proof == WRONG
                ? slot + "-wrong"
                : shown.get((proof == OLD ? dice.nextInt(newest / 10 + 1) * 10 : newest) + slot);
        if (proof == OLD && dice.nextBoolean()) {
            code = purse.newest(BACKUP_SENT, code);
        }
        purse.keep(BACKUP_SENT, code);
        return new BackupCodeDigest(code.charAt(0) - '0', code);
    }

    private BackupCodeDigests codes() {
        var codes = new ArrayList<String>();
        for (int slot = 0; slot < 10; slot++) {
            codes.add(slot + "-" + world.newId());
        }
        return new BackupCodeDigests(world.newId(), codes);
    }

    private String digits(int count) {
        return "%08d".formatted(world.random.nextInt(100_000_000)).substring(8 - count);
    }

    private String link() {
        return LinkToken.random(world.random).value();
    }

    /** Remembers what the answer and the mail gave. */
    void learn(Object wish, Answer answer) {
        if (wish instanceof RegisterAccount it && answer.outcome() instanceof Registered) {
            purse.keep(PASSWORD, it.password().value());
        } else if (wish instanceof ChangePassword it && answer.outcome() instanceof Done) {
            purse.keep(PASSWORD, it.password().value());
        } else if (wish instanceof RecoverAccount it && answer.outcome() instanceof Recovered) {
            purse.keep(PASSWORD, it.password().value());
        } else if (wish instanceof EnrollTotp it && answer.outcome() instanceof TotpBegun begun) {
            purse.keep(PHONE, it.authenticatorId().value());
            purse.keep(SEED, begun.secret());
        } else if (wish instanceof ConfirmTotp it
                && answer.outcome() instanceof TotpConfirmed confirmed
                && confirmed.backupSetId() != null) {
            keep(it.backupCodes());
        } else if (wish instanceof GenerateBackupCodes it && answer.outcome() instanceof BackupCodesIssued) {
            keep(it.codes());
        } else if (wish instanceof ActivateRecoveryCode it && answer.outcome() instanceof Done) {
            purse.keep(ACTIVATED, it.secret().code().body());
        } else if (wish instanceof TrustDevice it && answer.outcome() instanceof DeviceIsTrusted) {
            purse.keep(DEVICE, it.deviceId().value());
        } else if (wish instanceof BindDevice it && answer.outcome() instanceof DeviceIsTrusted) {
            purse.keep(DEVICE, it.deviceId().value());
        } else if (wish instanceof StartRecovery it && answer.outcome() instanceof RecoveryBegun) {
            purse.keep(RECOVERY, it.recoveryId().value());
        }
        switch (answer.outcome()) {
            case Registered ignored -> purse.keep(SECRET_KEY, answer.secret());
            case Recovered ignored -> {
                purse.keep(SECRET_KEY, answer.secret());
                if (!answer.rotated().isEmpty()) {
                    purse.keep(ACTIVATED, answer.rotated());
                }
            }
            case SecretKeyShown ignored -> purse.keep(SECRET_KEY, answer.secret());
            case RecoveryCodeShown ignored -> purse.keep(RECOVERY_CODE, answer.secret());
            case SecondFactorNeeded needed -> purse.keep(SIGN_IN, needed.signInId());
            case SignedIn in -> {
                generations.put(in.grant().sessionId(), in.grant().generation());
                purse.keep(SESSION, in.grant().sessionId());
            }
            default -> {}
        }
    }

    private void keep(BackupCodeDigests codes) {
        purse.keep(SET, codes.setId());
        codes.values().forEach(code -> purse.keep(BACKUP_CODE, code));
    }
}
