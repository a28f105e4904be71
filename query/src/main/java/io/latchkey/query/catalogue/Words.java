package io.latchkey.query.catalogue;

import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;

/** Codes in words a customer can be told. */
public final class Words {

    private Words() {}

    public static String of(Factor factor) {
        return switch (factor) {
            case PASSWORD -> "password and secret key or trusted device";
            case TOTP -> "a code from the authenticator app";
            case BACKUP_CODE -> "a backup code";
            case EMAIL_CODE -> "the code or link from the mailbox";
            case RECOVERY_CODE -> "the recovery code";
            case DEVICE_KEY -> "the key of a trusted device";
            case VOICE_CODE -> "the code read out to a recovery contact";
        };
    }

    public static String of(SessionKind kind) {
        return switch (kind) {
            case FULL -> "session";
            case RECOVERY -> "session that can only add an authenticator app and make new codes";
        };
    }

    public static String of(Reason reason) {
        return switch (reason) {
            case ADDRESS_TAKEN -> "The address belongs to another account.";
            case ALREADY_USED -> "It had been used before, and each one works once.";
            case CALLED_OFF -> "Whoever asked for it called it off.";
            case CODE_REVOKED -> "The recovery code was replaced or revoked in the meantime.";
            case CONSENTS_SPENT -> "Within a day an organizer may begin or approve five recoveries; this was one more.";
            case CREDENTIALS_CHANGED -> "What protects the account was changed, so other sessions must sign in again.";
            case DECLINED -> "Who was asked declined, or does not want it any more.";
            case DISABLED -> "It is switched off after too many wrong tries and must be set up anew.";
            case ENDED_BY_HOLDER -> "Somebody signed in to the account asked for it.";
            case ERASED -> "The account was erased.";
            case EXPIRED -> "It was too late; the time for it had run out.";
            case FLOW_DEAD -> "There were five wrong tries; it must be begun anew.";
            case FROZEN -> "The holder said that it was not them, so every way of recovery is closed.";
            case IN_PROGRESS -> "There is one already.";
            case LAST_ORGANIZER -> "A group must keep an organizer who can help its members.";
            case LEFT_GROUP -> "The member is no longer in the group.";
            case MISSING_APPROVAL -> "Somebody else must approve it first.";
            case MISSING_PROOF -> "Something that must be proven first was not.";
            case NOT_FOUND -> "There was nothing of the kind to find.";
            case NO_SUCH_FACTOR -> "The account has nothing of this kind set up that could be used here.";
            case NOT_ALLOWED -> "It is not allowed in this session, or the limit of the account is reached.";
            case NO_LONGER_STAFF -> "Somebody in it does not work as staff, or not any more.";
            case OWN_CASE -> "It is about their own account.";
            case QUARANTINED -> "The mailbox was proven less than seven days ago and cannot be used for this yet.";
            case RECOVERED -> "The account was recovered.";
            case RECOVERY_SESSION -> "This session can only add an authenticator app and make new codes.";
            case REMOVED -> "An organizer ended the membership, or a holder took a recovery contact off.";
            case REPLACED -> "A newer one took its place.";
            case REPORTED_LOST -> "It was reported lost.";
            case RESET_BY_DEVICE -> "A trusted device took the second factors off at once.";
            case REVOKED -> "The holder revoked it.";
            case SAME_PERSON -> "It takes two, and the first cannot be the second.";
            case SECOND_FACTOR_PROVEN -> "A right second factor was given, so it is not lost.";
            case SIGNED_OUT -> "The holder signed out.";
            case STEPPED_UP -> "A stronger session took its place after a fresh proof.";
            case STEP_UP_REQUIRED -> "A fresh proof, not older than five minutes, is needed for it.";
            case STILL_IN_GROUP -> "The account must leave its groups first.";
            case SUSPENDED -> "It was reported lost and counts for nothing until that is lifted.";
            case THROTTLED -> "Too many wrong tries came before; it must wait.";
            case TOKEN_REUSED -> "An old token was used again, so somebody may have a copy of it.";
            case TOO_EARLY -> "The waiting period is not over.";
            case TOO_FEW_CONTACTS -> "There were not enough recovery contacts that count and could approve.";
            case TOO_MANY_SESSIONS -> "The account had ten sessions; the oldest one made room.";
            case TOO_NEW -> "It was bound less than seven days ago and does not count yet.";
            case UNKNOWN_ACCOUNT -> "There is no account with this address.";
            case VETOED -> "It was stopped by the link in a notice.";
            case WRONG_PROOF -> "What was given was not right.";
        };
    }
}
