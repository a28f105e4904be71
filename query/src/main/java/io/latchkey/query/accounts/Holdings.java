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
        int trustedDevices,
        int boundDevices,
        boolean contacts) {

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

    /** The first step of a sign-in on a device whose key counts. */
    boolean boundDevice(Set<Loss> lost) {
        int left = lost.contains(Loss.PHONE) ? boundDevices - 1 : boundDevices;
        return mailboxProven && secondFactor && left > 0 && !lost.contains(Loss.PASSWORD);
    }

    /** What makes a session in which everything may be changed. */
    boolean strongProof(Set<Loss> lost) {
        return backupCodes || (authenticator && !lost.contains(Loss.PHONE));
    }

    /** Only signing in is left: what is proven by the mailbox or by the key of a device opens nothing. */
    Holdings frozen() {
        return new Holdings(
                mailboxProven,
                false,
                secondFactor,
                authenticator,
                backupCodes,
                recoveryCode,
                trustedDevices,
                0,
                contacts);
    }

    /** The first authenticator brings backup codes along. */
    Holdings withAuthenticator() {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                true,
                true,
                backupCodes || !secondFactor,
                recoveryCode,
                trustedDevices,
                boundDevices,
                contacts);
    }

    Holdings withBackupCodes() {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                secondFactor,
                authenticator,
                secondFactor,
                recoveryCode,
                trustedDevices,
                boundDevices,
                contacts);
    }

    Holdings withRecoveryCode() {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                secondFactor,
                authenticator,
                backupCodes,
                true,
                trustedDevices,
                boundDevices,
                contacts);
    }

    Holdings withTrustedDevices(int atLeast) {
        return withDevices(Math.max(trustedDevices, atLeast), boundDevices);
    }

    /** Only who has a second factor can bind one. */
    Holdings withBoundDevices(int atLeast) {
        return secondFactor ? withDevices(Math.max(trustedDevices, atLeast), Math.max(boundDevices, atLeast)) : this;
    }

    private Holdings withDevices(int trusted, int bound) {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                secondFactor,
                authenticator,
                backupCodes,
                recoveryCode,
                trusted,
                bound,
                contacts);
    }

    /** Only who has a second factor can name some. */
    Holdings withContacts() {
        return new Holdings(
                mailboxProven,
                mailedCodes,
                secondFactor,
                authenticator,
                backupCodes,
                recoveryCode,
                trustedDevices,
                boundDevices,
                contacts || secondFactor);
    }
}
