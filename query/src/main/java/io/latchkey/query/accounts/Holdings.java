package io.latchkey.query.accounts;

import java.util.Set;

/** What an account has that could help its holder; what was switched off after too many wrong tries is not there. */
record Holdings(
        boolean mailboxProven,
        boolean mailedCodes,
        boolean secondFactor,
        boolean authenticator,
        boolean backupCodes,
        boolean recoveryCode,
        int trustedDevices) {

    /** The first step of every sign-in. */
    boolean knownClient(Set<Loss> lost) {
        boolean key = !lost.contains(Loss.SECRET_KEY) || trustedDevicesLeft(lost) > 0;
        return mailboxProven && key && !lost.contains(Loss.PASSWORD);
    }

    boolean mail(Set<Loss> lost) {
        return mailboxProven && mailedCodes && !lost.contains(Loss.MAILBOX);
    }

    /** Nobody can tell which of the trusted devices is the phone. */
    int trustedDevicesLeft(Set<Loss> lost) {
        return lost.contains(Loss.PHONE) ? trustedDevices - 1 : trustedDevices;
    }

    /** The first authenticator brings backup codes along. */
    Holdings withAuthenticator() {
        return new Holdings(
                mailboxProven, mailedCodes, true, true, backupCodes || !secondFactor, recoveryCode, trustedDevices);
    }

    Holdings withBackupCodes() {
        return new Holdings(
                mailboxProven, mailedCodes, secondFactor, authenticator, secondFactor, recoveryCode, trustedDevices);
    }

    Holdings withRecoveryCode() {
        return new Holdings(mailboxProven, mailedCodes, secondFactor, authenticator, backupCodes, true, trustedDevices);
    }

    Holdings withTrustedDevices(int atLeast) {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                secondFactor,
                authenticator,
                backupCodes,
                recoveryCode,
                Math.max(trustedDevices, atLeast));
    }
}
