package io.latchkey.query.accounts;

import java.time.Duration;
import java.util.Set;

/** Every way into an account; a further one is one more entry. */
public enum WayIn {
    SIGN_IN("Sign in with the password and the secret key or a trusted device; nothing more is asked for."),
    SIGN_IN_WITH_AUTHENTICATOR(
            "Sign in with the password, the secret key or a trusted device, and a code of the authenticator app."),
    SIGN_IN_WITH_BACKUP_CODE("Sign in with the password, the secret key or a trusted device, and a backup code."),
    SIGN_IN_WITH_MAILED_CODE(
            "Sign in with the password, the secret key or a trusted device, and a code by e-mail; then set up an"
                    + " authenticator app."),
    DELAYED_RESET(
            "Sign in as far as the second factor, ask to have it taken off and prove the mailbox; after a waiting period,"
                    + " in which the holder can stop it, set up an authenticator app."),
    SECOND_FACTOR_RESET_BY_DEVICE(
            "Sign in with the password on a trusted device whose key counts and reset the second factor; then set up an"
                    + " authenticator app."),
    SECRET_KEY_REPLACEMENT(
            "Sign in with the password and a code of the authenticator app or a backup code on a trusted device whose"
                    + " key counts, and make a new secret key."),
    ACCOUNT_RECOVERY(
            "Recover the account with the recovery code and a code by e-mail; it gets a new password and a new secret"
                    + " key."),
    RECOVERY_WITH_CONTACTS(
            "Recover the account with a code by e-mail and the approval of recovery contacts; it gets a new password and a"
                    + " new secret key after a waiting period, in which the holder can stop it."),
    RECOVERY_WITH_ORGANIZER(
            "Recover the account with the password, the link of a mail and the help of an organizer of a group; it gets a"
                    + " new password and a new secret key after a waiting period, in which the holder can stop it."),
    RECOVERY_WITH_TWO_ORGANIZERS(
            "Recover the account with the link of a mail and the help of two organizers of a group; it gets a new password"
                    + " and a new secret key after a waiting period, in which the holder can stop it.");

    private final String sentence;

    WayIn(String sentence) {
        this.sentence = sentence;
    }

    /** Is it open to a holder who has this and lost that? */
    boolean open(Holdings has, Set<Loss> lost) {
        return switch (this) {
            case SIGN_IN -> has.knownClient(lost) && !has.any(Holding.SECOND_FACTOR);
            case SIGN_IN_WITH_AUTHENTICATOR ->
                has.knownClient(lost) && has.any(Holding.AUTHENTICATOR) && !lost.contains(Loss.PHONE);
            case SIGN_IN_WITH_BACKUP_CODE -> has.knownClient(lost) && has.any(Holding.BACKUP_CODES);
            case SIGN_IN_WITH_MAILED_CODE, DELAYED_RESET ->
                has.knownClient(lost) && has.any(Holding.SECOND_FACTOR) && has.mailedCode(lost);
            case SECOND_FACTOR_RESET_BY_DEVICE -> has.boundDevice(lost);
            case SECRET_KEY_REPLACEMENT ->
                lost.contains(Loss.SECRET_KEY) && has.boundDevice(lost) && has.strongProof(lost);
            case ACCOUNT_RECOVERY -> has.any(Holding.RECOVERY_CODE) && has.mailedCode(lost);
            case RECOVERY_WITH_CONTACTS -> has.any(Holding.CONTACTS) && has.mailedCode(lost);
            case RECOVERY_WITH_ORGANIZER ->
                has.any(Holding.ORGANIZER) && has.mailbox(lost) && !lost.contains(Loss.PASSWORD);
            case RECOVERY_WITH_TWO_ORGANIZERS -> has.any(Holding.TWO_ORGANIZERS) && has.mailbox(lost);
        };
    }

    /** How long it takes where what waits takes this long. */
    Duration takes(Waits waits) {
        return switch (this) {
            case DELAYED_RESET -> waits.reset();
            case RECOVERY_WITH_CONTACTS -> waits.contacts();
            case RECOVERY_WITH_ORGANIZER, RECOVERY_WITH_TWO_ORGANIZERS -> waits.organizers();
            case SIGN_IN,
                    SIGN_IN_WITH_AUTHENTICATOR,
                    SIGN_IN_WITH_BACKUP_CODE,
                    SIGN_IN_WITH_MAILED_CODE,
                    SECOND_FACTOR_RESET_BY_DEVICE,
                    SECRET_KEY_REPLACEMENT,
                    ACCOUNT_RECOVERY -> Duration.ZERO;
        };
    }

    public String sentence() {
        return sentence;
    }
}
