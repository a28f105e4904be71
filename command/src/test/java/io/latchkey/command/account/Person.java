package io.latchkey.command.account;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.totp.Base32;
import io.latchkey.totp.Totp;
import io.latchkey.value.*;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody with a mailbox, a memory and a phone, who uses the write side as a client would. */
final class Person {

    static final Password PASSWORD = new Password("correct horse battery");

    final World world;
    final AccountId id = new AccountId(UUID.randomUUID().toString());
    final EmailAddress email;
    Password password = PASSWORD;
    SecretKey secretKey;
    String session = "";
    AuthenticatorId phone = new AuthenticatorId(UUID.randomUUID().toString());
    byte[] seed = new byte[0];
    TotpAlgorithm algorithm = TotpAlgorithm.SHA1;
    final List<BackupCode> backupCodes = new ArrayList<>();
    RecoveryCode recoveryCode;

    Person(World world) {
        this.world = world;
        email = new EmailAddress((world.addresses.isEmpty() ? "ann" : "ann-" + id) + "@example.org");
        var registered = world.send(
                new RegisterAccount(id, email, new PersonName("Ann of Example"), digest(password)), Registered.class);
        secretKey = new SecretKey(registered.secretKey());
    }

    static Person verified(World world) {
        var person = new Person(world);
        person.verifyMailbox();
        return person;
    }

    static Person protectedOne(World world) {
        var person = verified(world);
        person.signIn();
        person.enroll();
        person.confirm();
        return person;
    }

    static Person withRecoveryCode(World world) {
        var person = protectedOne(world);
        person.generateRecoveryCode();
        world.send(new ActivateRecoveryCode(person.id, person.session(), person.recoveryCode), Done.class);
        return person;
    }

    Outcome verifyMailbox() {
        return world.send(new VerifyMailbox(id, mailboxCode(), null));
    }

    MailedCode mailboxCode() {
        return new MailedCode(open(
                "MailboxCodeIssued/code", world.last(MailboxCodeIssued.class).sealedCode()));
    }

    String open(String context, String sealed) {
        return world.sealer.open(context + "/" + id, sealed).orElseThrow();
    }

    /** Hashing is slow and not what is tested here: to the write side a digest is a text like any other. */
    PasswordDigest digest(Password chosen) {
        return new PasswordDigest("digest of " + chosen.value());
    }

    /** Password and secret key; the session when that is enough. */
    Outcome signIn() {
        return signIn(password, secretKey);
    }

    Outcome signIn(Password typed, SecretKey key) {
        var digest = world.hashing.secretKey(id, key);
        var outcome = world.send(new SignIn(id, newSignIn(), true, digest(typed), digest, null));
        if (outcome instanceof SignedIn in) {
            session = in.grant().sessionId();
        }
        return outcome;
    }

    SignInId signIn = new SignInId(UUID.randomUUID().toString());

    SignInId newSignIn() {
        signIn = new SignInId(UUID.randomUUID().toString());
        return signIn;
    }

    /** All the way with the phone. */
    SignedIn signInWithPhone() {
        signIn();
        nextStep();
        var in = world.send(new ProveTotp(id, signIn, code()), SignedIn.class);
        session = in.grant().sessionId();
        return in;
    }

    SessionId session() {
        return new SessionId(session);
    }

    void enroll() {
        phone = new AuthenticatorId(UUID.randomUUID().toString());
        var begun = world.send(new EnrollTotp(id, session(), phone, new Label("phone"), algorithm, 6), TotpBegun.class);
        seed = Base32.decode(begun.secret());
    }

    Outcome confirm() {
        return world.send(new ConfirmTotp(id, session(), phone, code(), freshBackupCodes()));
    }

    BackupCodeDigests freshBackupCodes() {
        backupCodes.clear();
        var digests = new ArrayList<String>();
        for (int slot = 0; slot < Limits.BACKUP_CODES; slot++) {
            var code = BackupCode.random(slot, world.random);
            backupCodes.add(code);
            digests.add("digest of " + code.body());
        }
        return new BackupCodeDigests(UUID.randomUUID().toString(), digests);
    }

    static BackupCodeDigest digest(BackupCode code) {
        return new BackupCodeDigest(code.slot(), "digest of " + code.body());
    }

    TotpCode code() {
        return code(0);
    }

    TotpCode code(int stepsAhead) {
        long step = Totp.step(world.clock.instant(), 30) + stepsAhead;
        return new TotpCode(Totp.code(seed, algorithm, 6, step));
    }

    TotpCode wrongCode() {
        var right = code().digits();
        return new TotpCode((right.charAt(0) == '9' ? '1' : '9') + right.substring(1));
    }

    /** Signs in as far as it goes: after a recovery with a new authenticator first. */
    Person strongAgain() {
        world.clock.pass(Duration.ofMinutes(1));
        if (signIn() instanceof SignedIn) {
            enroll();
            confirm();
            world.clock.pass(Duration.ofMinutes(1));
            signIn();
        }
        world.clock.pass(Duration.ofMinutes(1));
        if (world.send(new ProveTotp(id, signIn, code())) instanceof SignedIn in) {
            session = in.grant().sessionId();
        }
        return this;
    }

    void nextStep() {
        world.clock.pass(Duration.ofSeconds(60));
    }

    void generateRecoveryCode() {
        var shown = world.send(
                new GenerateRecoveryCode(id, session(), UUID.randomUUID().toString()), RecoveryCodeShown.class);
        recoveryCode = new RecoveryCode(shown.code());
    }

    MailedCode emailCode() {
        return new MailedCode(
                open("EmailCodeIssued/code", world.last(EmailCodeIssued.class).sealedCode()));
    }

    RecoveryId recovery = new RecoveryId(UUID.randomUUID().toString());

    void startRecovery() {
        recovery = new RecoveryId(UUID.randomUUID().toString());
        world.send(new StartRecovery(recovery, id, true, false), RecoveryBegun.class);
    }

    MailedCode recoveryMail() {
        var sealed = world.last(RecoveryStarted.class).sealedCode();
        return new MailedCode(
                world.sealer.open("RecoveryStarted/code/" + recovery, sealed).orElseThrow());
    }

    LinkToken recoveryLink() {
        var sealed = world.last(RecoveryStarted.class).sealedLinkToken();
        return new LinkToken(
                world.sealer.open("RecoveryStarted/link/" + recovery, sealed).orElseThrow());
    }

    Outcome recover(Password chosen) {
        var outcome = world.send(new RecoverAccount(recovery, id, digest(chosen)));
        if (outcome instanceof Recovered recovered) {
            password = chosen;
            secretKey = new SecretKey(recovered.secretKey());
            recoveryCode = recovered.recoveryCode() == null ? recoveryCode : new RecoveryCode(recovered.recoveryCode());
        }
        return outcome;
    }
}
