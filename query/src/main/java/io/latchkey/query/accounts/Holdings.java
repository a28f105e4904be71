package io.latchkey.query.accounts;

import static io.latchkey.query.accounts.Holding.AUTHENTICATOR;
import static io.latchkey.query.accounts.Holding.BACKUP_CODES;
import static io.latchkey.query.accounts.Holding.CONTACTS;
import static io.latchkey.query.accounts.Holding.MAILBOX;
import static io.latchkey.query.accounts.Holding.MAILED_CODES;
import static io.latchkey.query.accounts.Holding.SECOND_FACTOR;

import java.util.EnumSet;
import java.util.Set;

/** What an account has that could help its holder; what was switched off after too many wrong tries is not there. */
record Holdings(Set<Holding> things, int trustedDevices, int boundDevices) {

    Holdings {
        things = Set.copyOf(things);
    }

    boolean any(Holding one) {
        return things.contains(one);
    }

    /** The first step of every sign-in. */
    boolean knownClient(Set<Loss> lost) {
        boolean key = !lost.contains(Loss.SECRET_KEY) || trustedDevicesLeft(lost) > 0;
        return any(MAILBOX) && key && !lost.contains(Loss.PASSWORD);
    }

    boolean mailbox(Set<Loss> lost) {
        return any(MAILBOX) && !lost.contains(Loss.MAILBOX);
    }

    boolean mailedCode(Set<Loss> lost) {
        return mailbox(lost) && any(MAILED_CODES);
    }

    /** Nobody can tell which of the trusted devices is the phone. */
    int trustedDevicesLeft(Set<Loss> lost) {
        return lost.contains(Loss.PHONE) ? trustedDevices - 1 : trustedDevices;
    }

    /** The first step of a sign-in on a device whose key counts. */
    boolean boundDevice(Set<Loss> lost) {
        int left = lost.contains(Loss.PHONE) ? boundDevices - 1 : boundDevices;
        return any(MAILBOX) && any(SECOND_FACTOR) && left > 0 && !lost.contains(Loss.PASSWORD);
    }

    /** What makes a session in which everything may be changed. */
    boolean strongProof(Set<Loss> lost) {
        return any(BACKUP_CODES) || (any(AUTHENTICATOR) && !lost.contains(Loss.PHONE));
    }

    /** Only signing in is left: nobody else can help, and the mailbox and the key of a device open nothing. */
    Holdings frozen() {
        var left = EnumSet.of(MAILBOX, SECOND_FACTOR, AUTHENTICATOR, BACKUP_CODES);
        left.retainAll(things);
        return new Holdings(left, trustedDevices, 0);
    }

    Holdings with(Holding one) {
        var more = EnumSet.of(one);
        more.addAll(things);
        return new Holdings(more, trustedDevices, boundDevices);
    }

    Holdings with(Holding one, boolean there) {
        return there ? with(one) : this;
    }

    /** The first authenticator brings backup codes along. */
    Holdings withAuthenticator() {
        return with(BACKUP_CODES, !any(SECOND_FACTOR)).with(SECOND_FACTOR).with(AUTHENTICATOR);
    }

    /** Only who has a second factor can make some. */
    Holdings withBackupCodes() {
        return with(BACKUP_CODES, any(SECOND_FACTOR));
    }

    Holdings withTrustedDevices(int atLeast) {
        return new Holdings(things, Math.max(trustedDevices, atLeast), boundDevices);
    }

    /** Only who has a second factor can bind one. */
    Holdings withBoundDevices(int atLeast) {
        return any(SECOND_FACTOR)
                ? new Holdings(things, Math.max(trustedDevices, atLeast), Math.max(boundDevices, atLeast))
                : this;
    }

    /** Only who has a second factor can name some. */
    Holdings withContacts() {
        return with(CONTACTS, any(SECOND_FACTOR));
    }
}
