package io.latchkey.command.account;

import static io.latchkey.event.Reason.*;
import static io.latchkey.value.Factor.*;

import io.latchkey.command.*;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One account in plain words, its secrets in the clear and no framework: what each wish must come to, and what stays of it. */
final class AccountModel {

    record Begun(String device, Instant end, int strikes, String mailed, Instant mailedAt) {}

    record Code(String text, Instant at, int strikes) {}

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    final GuessModel guesses = new GuessModel();
    final TotpModel totp = new TotpModel();
    final SessionModel sessions = new SessionModel();
    final MailboxModel mailbox;
    final Map<String, Begun> signIns = new HashMap<>();
    final Map<String, Instant> devices = new HashMap<>();
    private final DeviceKeyModel keys = new DeviceKeyModel();
    final Set<String> ids = new TreeSet<>();
    final Set<Integer> spent = new TreeSet<>();
    boolean opened;

    /** In the memory of the repository, perhaps before anything happened to it. */
    boolean held;

    boolean real;
    boolean erased;
    boolean mustReenrol;
    private Instant recoveredAt = Instant.EPOCH;
    String password = "";
    String secretKey = "";
    String backupSet = "";
    List<String> backup = List.of();

    @Nullable
    ResetModel reset;

    @Nullable
    Code active;

    @Nullable
    Code typedBack;

    private Instant activatedAt = Instant.EPOCH;
    private int wrongKits;
    private Instant now = Instant.MIN;
    private @Nullable Answer answer;

    private final boolean rotates;

    AccountModel(String id, Map<String, String> addresses, boolean rotates) {
        this.rotates = rotates;
        mailbox = new MailboxModel(id, addresses, guesses);
    }

    /** What must come out, given the random values that did. */
    String decide(AccountCommand wish, Instant at, Answer given) {
        now = at;
        answer = given;
        return switch (wish) {
            case RegisterAccount it -> register(it);
            case VerifyMailbox it -> real ? mailbox.verify(it, now) : no(NOT_FOUND);
            case ResendMailboxCode ignored -> real ? mailbox.resend(given, now) : no(NOT_FOUND);
            case SignIn it -> signIn(it);
            case ProveTotp it -> prove(it.signInId().value(), TOTP, it.code().digits());
            case ProveBackupCode it -> prove(it.signInId().value(), BACKUP_CODE, text(it.code()));
            case ProveEmailCode it ->
                prove(it.signInId().value(), EMAIL_CODE, it.code().digits());
            case SendEmailCode it -> mail(it.signInId().value());
            case RefreshSession it -> refresh(it.sessionId().value(), it.generation());
            case EndSession it -> end(it.sessionId().value(), it.target().value());
            case EndOtherSessions it ->
                sessions.live(it.sessionId().value(), now) == null ? no(NOT_FOUND) : keepOnly(it.sessionId());
            case StepUpWithTotp it -> stepUp(it.sessionId(), TOTP, it.code().digits());
            case StepUpWithBackupCode it -> stepUp(it.sessionId(), BACKUP_CODE, text(it.code()));
            case StepUpWithPassword it ->
                stepUp(it.sessionId(), PASSWORD, it.password().value());
            case EnrollTotp it -> holder(it.sessionId(), true, true, () -> enroll(it));
            case ConfirmTotp it -> holder(it.sessionId(), true, false, () -> confirm(it));
            case RenameAuthenticator it ->
                holder(
                        it.sessionId(),
                        false,
                        false,
                        () -> totp.phones.containsKey(it.authenticatorId().value()) ? "Done" : no(NOT_FOUND));
            case RemoveAuthenticator it ->
                real && !totp.phones.containsKey(it.authenticatorId().value())
                        ? no(NOT_FOUND)
                        : holder(it.sessionId(), false, true, () -> remove(it));
            case GenerateBackupCodes it ->
                holder(it.sessionId(), true, true, () -> totp.none() ? no(NO_SUCH_FACTOR) : give(it.codes()));
            case AcknowledgeBackupCodes it ->
                !it.setId().equals(backupSet) ? no(NOT_FOUND) : holder(it.sessionId(), true, false, () -> "Done");
            case GenerateRecoveryCode it -> holder(it.sessionId(), true, true, this::show);
            case ActivateRecoveryCode it ->
                holder(
                        it.sessionId(),
                        true,
                        false,
                        () -> activate(it.secret().code().body()));
            case RevokeRecoveryCode it -> holder(it.sessionId(), false, true, this::revoke);
            case MakeRecoveryKit it ->
                holder(it.sessionId(), true, false, () -> kit(it.code().body()));
            case TrustDevice it ->
                holder(it.sessionId(), false, true, () -> trust(it.deviceId().value()));
            case ForgetDevice it ->
                real && !devices.containsKey(it.deviceId().value())
                        ? no(NOT_FOUND)
                        : holder(
                                it.sessionId(),
                                false,
                                false,
                                () -> forget(it.deviceId().value()));
            case BindDevice it ->
                holder(it.sessionId(), false, true, () -> totp.none() ? no(NO_SUCH_FACTOR) : bind(it));
            case RenameDevice it ->
                real && !trusted(it.deviceId().value())
                        ? no(NOT_FOUND)
                        : holder(it.sessionId(), false, false, () -> "Done");
            case ResetSecondFactor it -> reset(it.signInId().value(), it.proof());
            case ReplaceSecretKey it ->
                holder(it.sessionId(), false, true, () -> totp.none() ? no(NO_SUCH_FACTOR) : replace(it));
            case ChangePassword it -> holder(it.sessionId(), false, true, () -> change(it));
            case EraseAccount it -> holder(it.sessionId(), false, true, this::erase);
            case RequestReset it -> requestReset(it);
            case ProveResetMailbox it -> {
                var mine = reset(it.recoveryId());
                yield mine == null ? no(NOT_FOUND) : mine.prove(it, given, now);
            }
            case VetoReset it -> {
                var mine = reset(it.recoveryId());
                yield stopReset(
                        mine == null ? no(EXPIRED) : mine.vetoRefused(it.token().value(), now));
            }
            case CancelReset it -> {
                var mine = reset(it.recoveryId());
                yield stopReset(mine == null || mine.expired(now) || mine.due(now) ? no(NOT_FOUND) : null);
            }
            case HurryReset it -> {
                var mine = reset(it.recoveryId());
                yield no(mine != null && mine.waits(now) ? TOO_EARLY : EXPIRED);
            }
            case AdvanceReset it -> advance(it);
            default -> throw new IllegalArgumentException("not in the model: " + wish.getClass());
        };
    }

    private String register(RegisterAccount wish) {
        if (opened) {
            return no(ALREADY_USED);
        }
        opened = true;
        real = true;
        password = wish.password().value();
        secretKey = answer.secret();
        mailbox.open(wish.email().lookup(), answer, now);
        return "Registered";
    }

    private String signIn(SignIn wish) {
        opened = true;
        var device = wish.deviceId() == null ? "" : wish.deviceId().value();
        boolean trusted = trusted(device);
        boolean knownClient = trusted || real && secretKey.equals(wish.secretKeyDigest());
        var until = guesses.waitUntil(PASSWORD, knownClient, now);
        if (until != null) {
            return "Throttled until " + until;
        }
        if (!real || !knownClient || !password.equals(wish.password().value())) {
            guesses.wrong(PASSWORD, knownClient, now);
            return no(real ? WRONG_PROOF : UNKNOWN_ACCOUNT);
        }
        device = trusted ? device : "";
        settle();
        if (mustReenrol || totp.none()) {
            return start(mustReenrol ? SessionKind.RECOVERY : SessionKind.FULL, 1, EnumSet.of(PASSWORD), device);
        }
        guesses.forgive(PASSWORD);
        devices.computeIfPresent(device, (key, old) -> now);
        signIns.values().removeIf(old -> old.end.isBefore(now));
        ids.add(wish.signInId().value());
        signIns.put(wish.signInId().value(), new Begun(device, now.plus(HALF_AN_HOUR), 0, "", Instant.MIN));
        var offered = new TreeSet<>(Set.of(TOTP, BACKUP_CODE, EMAIL_CODE));
        offered.removeIf(factor -> factor != EMAIL_CODE && guesses.disabled.contains(factor));
        offered.removeIf(factor -> factor == BACKUP_CODE && spent.size() == backup.size());
        if (keys.counts(device, now)) {
            offered.add(DEVICE_KEY);
        }
        return "SecondFactorNeeded " + offered + " until " + now.plus(HALF_AN_HOUR);
    }

    private String requestReset(RequestReset wish) {
        settle();
        var begun = signIns.get(wish.signInId().value());
        if (begun == null || !now.isBefore(begun.end)) {
            return no(begun == null ? NOT_FOUND : EXPIRED);
        }
        if (!mailbox.verified) {
            return no(MISSING_PROOF);
        }
        if (now.isBefore(mailbox.verifiedAt.plus(ResetModel.QUARANTINE))) {
            return no(QUARANTINED);
        }
        if (reset == null || !reset.joins(now)) {
            reset = new ResetModel(wish.recoveryId().value(), !begun.device.isEmpty(), guesses, answer, now);
        }
        return reset.shown();
    }

    private @Nullable ResetModel reset(RecoveryId id) {
        return reset != null && reset.id.equals(id.value()) ? reset : null;
    }

    private String stopReset(@Nullable String refused) {
        if (refused == null) {
            reset = null;
        }
        return refused == null ? "Done" : refused;
    }

    private String advance(AdvanceReset wish) {
        var mine = reset(wish.recoveryId());
        if (mine != null && mine.expired(now)) {
            reset = null;
        } else if (mine != null) {
            mine.remind(now);
        }
        settle();
        mine = reset(wish.recoveryId());
        return "NextDue at " + (mine == null ? null : mine.next());
    }

    /** What is due is done by whoever looks first. */
    private void settle() {
        if (reset != null && reset.due(now)) {
            sessions.all.clear();
            signIns.clear();
            totp.clear();
            withoutBackupCodes();
            guesses.enable(TOTP);
            guesses.enable(BACKUP_CODE);
            mustReenrol = true;
            reset = null;
        }
    }

    String resetPhase(Instant at) {
        return reset == null ? "NO_RESET" : reset.phase(at);
    }

    private String prove(String signIn, Factor factor, String code) {
        var begun = signIns.get(signIn);
        if (begun == null) {
            return no(NOT_FOUND);
        }
        if (!now.isBefore(begun.end) || begun.strikes >= 5) {
            return no(now.isBefore(begun.end) ? FLOW_DEAD : EXPIRED);
        }
        var refused = judge(factor, !begun.device.isEmpty(), code, begun);
        if (refused != null) {
            signIns.computeIfPresent(
                    signIn,
                    (key, old) -> counts(refused)
                            ? new Begun(old.device, old.end, old.strikes + 1, old.mailed, old.mailedAt)
                            : old);
            return refused;
        }
        signIns.remove(signIn);
        boolean strong = factor != EMAIL_CODE;
        return start(
                strong ? SessionKind.FULL : SessionKind.RECOVERY,
                strong ? 2 : 1,
                EnumSet.of(PASSWORD, factor),
                begun.device);
    }

    private String stepUp(SessionId id, Factor factor, String code) {
        var session = sessions.live(id.value(), now);
        if (session == null || session.kind() == SessionKind.RECOVERY) {
            return no(NOT_ALLOWED);
        }
        var refused = judge(factor, true, code, null);
        if (refused != null) {
            return refused;
        }
        sessions.all.remove(id.value());
        int assurance = factor == PASSWORD ? session.assurance() : 2;
        return start(SessionKind.FULL, assurance, EnumSet.of(PASSWORD, factor), session.device());
    }

    /** Null when the proof was right, and then it is spent and what was wrong before is forgiven. */
    private @Nullable String judge(Factor factor, boolean knownClient, String code, @Nullable Begun begun) {
        var until = guesses.waitUntil(factor, knownClient, now);
        if (until != null) {
            return "Throttled until " + until;
        }
        var reason = guesses.disabled.contains(factor)
                ? DISABLED
                : switch (factor) {
                    case TOTP -> totp.spend(code, now);
                    case BACKUP_CODE -> spend(code);
                    case EMAIL_CODE ->
                        begun.mailed.isEmpty() || !now.isBefore(begun.mailedAt.plus(Duration.ofMinutes(10)))
                                ? EXPIRED
                                : begun.mailed.equals(code) ? null : WRONG_PROOF;
                    default -> !totp.none() ? NO_SUCH_FACTOR : password.equals(code) ? null : WRONG_PROOF;
                };
        if (reason == null) {
            guesses.forgive(factor);
            reset = factor == TOTP || factor == BACKUP_CODE ? null : reset;
        } else if (counts(no(reason)) && guesses.wrong(factor, knownClient, now) && factor == TOTP) {
            signIns.clear();
        }
        return reason == null ? null : no(reason);
    }

    private static boolean counts(String refused) {
        return refused.equals(no(WRONG_PROOF)) || refused.equals(no(ALREADY_USED));
    }

    private @Nullable Reason spend(String code) {
        int slot = code.charAt(0) - '0';
        if (slot >= backup.size() || !backup.get(slot).equals(code)) {
            return WRONG_PROOF;
        }
        return spent.add(slot) ? null : ALREADY_USED;
    }

    private String start(SessionKind kind, int assurance, Set<Factor> by, String device) {
        guesses.forgive(PASSWORD);
        devices.computeIfPresent(device, (key, old) -> now);
        ids.add(answer.session());
        var session = sessions.start(answer.session(), kind, assurance, by, device, now);
        return Answer.signedIn(session.shown(), by.contains(BACKUP_CODE) ? backup.size() - spent.size() : -1);
    }

    private String mail(String signIn) {
        var begun = signIns.get(signIn);
        if (begun == null || !now.isBefore(begun.end)) {
            return no(EXPIRED);
        }
        var pause = begun.mailed.isEmpty() ? now : begun.mailedAt.plusSeconds(60);
        if (pause.isAfter(now)) {
            return "Throttled until " + pause;
        }
        signIns.put(signIn, new Begun(begun.device, begun.end, begun.strikes, answer.mailedCode(), now));
        return "Done";
    }

    private String refresh(String id, int generation) {
        var session = sessions.live(id, now);
        if (session == null || session.kind() == SessionKind.RECOVERY) {
            return no(EXPIRED);
        }
        if (session.generation() != generation) {
            sessions.all.remove(id);
            return no(TOKEN_REUSED);
        }
        return Answer.signedIn(sessions.refresh(id, now).shown(), -1);
    }

    private String end(String id, String target) {
        if (sessions.live(id, now) == null || sessions.all.remove(target) == null) {
            return no(NOT_FOUND);
        }
        return "Done";
    }

    private String keepOnly(SessionId kept) {
        sessions.all.keySet().retainAll(Set.of(kept.value()));
        return "Done";
    }

    /** What a holder may do in which session. */
    private String holder(SessionId id, boolean inRecovery, boolean fresh, Supplier<String> change) {
        var session = sessions.live(id.value(), now);
        if (!real || session == null) {
            return no(NOT_ALLOWED);
        }
        if (session.kind() == SessionKind.RECOVERY) {
            return inRecovery ? change.get() : no(RECOVERY_SESSION);
        }
        boolean strong = session.fresh(now) && (session.assurance() == 2 || totp.none());
        return fresh && !strong ? no(STEP_UP_REQUIRED) : change.get();
    }

    private String enroll(EnrollTotp wish) {
        if (totp.phones.size() >= 10) {
            return no(NOT_ALLOWED);
        }
        totp.begin(wish.authenticatorId().value(), answer.seed(), now.plus(Duration.ofMinutes(10)));
        return "TotpBegun until " + now.plus(Duration.ofMinutes(10));
    }

    private String confirm(ConfirmTotp wish) {
        var reason = totp.confirm(wish.authenticatorId().value(), wish.code().digits(), now);
        if (reason != null) {
            return no(reason);
        }
        guesses.enable(TOTP);
        sessions.strengthen(wish.sessionId().value(), now);
        keepOnly(wish.sessionId());
        mustReenrol = false;
        reset = null;
        boolean first = wish.backupCodes() != null && backupSet.isEmpty();
        if (first) {
            give(wish.backupCodes());
        }
        return "TotpConfirmed " + first;
    }

    private String remove(RemoveAuthenticator wish) {
        totp.phones.remove(wish.authenticatorId().value());
        if (totp.none()) {
            withoutBackupCodes();
        }
        return keepOnly(wish.sessionId());
    }

    private String give(BackupCodeDigests codes) {
        backupSet = codes.setId();
        backup = codes.values();
        spent.clear();
        guesses.enable(BACKUP_CODE);
        return "BackupCodesIssued";
    }

    private void withoutBackupCodes() {
        backupSet = "";
        backup = List.of();
        spent.clear();
    }

    private String show() {
        typedBack = new Code(answer.secret(), now, 0);
        wrongKits = 0;
        return "RecoveryCodeShown";
    }

    private String activate(String text) {
        var code = typedBack;
        if (code == null || !now.isBefore(code.at.plus(HALF_AN_HOUR))) {
            return no(EXPIRED);
        }
        typedBack = new Code(code.text, code.at, code.strikes + 1);
        if (code.strikes >= 5 || !code.text.equals(text)) {
            return no(code.strikes >= 5 ? FLOW_DEAD : WRONG_PROOF);
        }
        active = code;
        activatedAt = now;
        typedBack = null;
        guesses.enable(RECOVERY_CODE);
        return "Done";
    }

    private String kit(String text) {
        boolean shown = typedBack != null && now.isBefore(typedBack.at.plus(HALF_AN_HOUR));
        boolean good = active != null && now.isBefore(activatedAt.plus(HALF_AN_HOUR));
        boolean right = shown && typedBack.text.equals(text) || good && active.text.equals(text);
        if (right && wrongKits < 5) {
            return "RecoveryKitAllowed";
        }
        boolean tooMany = wrongKits++ >= 5;
        return no(!shown && !good ? EXPIRED : tooMany ? FLOW_DEAD : WRONG_PROOF);
    }

    private String revoke() {
        var had = active;
        active = null;
        return had == null ? no(NOT_FOUND) : "Done";
    }

    private String trust(String device) {
        devices.values().removeIf(used -> !now.isBefore(used.plus(Duration.ofDays(90))));
        if (devices.size() >= 10) {
            return no(NOT_ALLOWED);
        }
        ids.add(device);
        devices.put(device, now);
        return "DeviceIsTrusted";
    }

    private boolean trusted(String device) {
        return devices.containsKey(device) && now.isBefore(devices.get(device).plus(Duration.ofDays(90)));
    }

    private String bind(BindDevice wish) {
        boolean full = devices.keySet().stream().filter(this::trusted).count() >= 10;
        if (full || !keys.fresh(wish.proof(), now)) {
            return no(full ? NOT_ALLOWED : WRONG_PROOF);
        }
        keys.bind(wish.deviceId().value(), wish.proof(), now);
        return trust(wish.deviceId().value());
    }

    private String reset(String signIn, @Nullable DeviceProof proof) {
        var begun = signIns.get(signIn);
        boolean open = begun != null && now.isBefore(begun.end) && begun.strikes < 5;
        if (!open || !trusted(begun.device) || !keys.proves(begun.device, proof, now)) {
            signIns.computeIfPresent(
                    signIn, (key, old) -> new Begun(old.device, old.end, old.strikes + 1, old.mailed, old.mailedAt));
            return no(WRONG_PROOF);
        }
        keys.take(proof);
        reset = null;
        sessions.all.clear();
        signIns.clear();
        totp.clear();
        withoutBackupCodes();
        mustReenrol = true;
        return start(SessionKind.RECOVERY, 1, EnumSet.of(PASSWORD, DEVICE_KEY), begun.device);
    }

    private String replace(ReplaceSecretKey wish) {
        var device = sessions.live(wish.sessionId().value(), now).device();
        if (!trusted(device) || !keys.proves(device, wish.proof(), now)) {
            return no(WRONG_PROOF);
        }
        keys.take(wish.proof());
        devices.put(device, now);
        secretKey = answer.secret();
        signIns.clear();
        keepOnly(wish.sessionId());
        return "SecretKeyShown";
    }

    private String forget(String device) {
        devices.remove(device);
        keys.forget(device);
        sessions.all.values().removeIf(session -> session.device().equals(device));
        signIns.values().removeIf(begun -> begun.device.equals(device));
        return "Done";
    }

    private String change(ChangePassword wish) {
        password = wish.password().value();
        signIns.clear();
        return keepOnly(wish.sessionId());
    }

    private String erase() {
        real = false;
        erased = true;
        reset = null;
        empty();
        active = null;
        typedBack = null;
        mailbox.release();
        return "Done";
    }

    private void empty() {
        sessions.all.clear();
        signIns.clear();
        devices.clear();
        keys.clear();
        totp.clear();
        withoutBackupCodes();
    }

    /** The end of a recovery that was told all it needs. */
    String recovered(RecoverAccount wish, Instant begun, String provenCode, Instant at, Answer given) {
        if (begun.isBefore(recoveredAt)) {
            return no(RECOVERED);
        }
        if (!real || active == null || !active.text.equals(provenCode)) {
            return no(CODE_REVOKED);
        }
        recoveredAt = at;
        reset = null;
        password = wish.password().value();
        secretKey = given.secret();
        empty();
        guesses.forgetAll();
        mustReenrol = true;
        if (rotates) {
            active = new Code(given.rotated(), at, 0);
            activatedAt = at;
            wrongKits = 0;
            typedBack = null;
        }
        return "Recovered " + rotates;
    }

    /** Where the account is on its way, in one word. */
    String phase() {
        if (!real) {
            return erased ? "ERASED" : opened ? "DECOY" : "NOBODY";
        }
        if (mustReenrol) {
            return "RECOVERED";
        }
        if (!mailbox.verified) {
            return "UNVERIFIED";
        }
        return totp.none() ? "BARE" : active == null ? "PROTECTED" : "RECOVERABLE";
    }

    private static String text(BackupCodeDigest code) {
        return code.value();
    }

    static String no(Reason reason) {
        return "Refused " + reason;
    }
}
