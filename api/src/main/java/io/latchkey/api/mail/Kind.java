package io.latchkey.api.mail;

import java.util.Locale;

/** What a mail is about. */
enum Kind {
    MAILBOX_CODE(Sort.CODE),
    ADDRESS_TAKEN(Sort.CODE),
    SIGN_IN_CODE(Sort.CODE),
    RECOVERY_CODE(Sort.CODE),
    RESET_CODE(Sort.CODE),
    LOSS_LINK(Sort.CODE),

    RECOVERY_STARTED(Sort.NOTICE),
    RECOVERY_CANCELLED(Sort.NOTICE),
    ACCOUNT_RECOVERED(Sort.NOTICE),
    PASSWORD_CHANGED(Sort.NOTICE),
    AUTHENTICATOR_ADDED(Sort.NOTICE),
    AUTHENTICATOR_REMOVED(Sort.NOTICE),
    FACTOR_DISABLED(Sort.NOTICE),
    BACKUP_CODES_MADE(Sort.NOTICE),
    BACKUP_CODES_REVOKED(Sort.NOTICE),
    BACKUP_CODE_USED(Sort.NOTICE),
    BACKUP_CODES_LOW(Sort.NOTICE),
    RECOVERY_CODE_ACTIVE(Sort.NOTICE),
    RECOVERY_CODE_REVOKED(Sort.NOTICE),
    RECOVERY_SESSION(Sort.NOTICE),
    DEVICE_TRUSTED(Sort.NOTICE),
    DEVICE_FORGOTTEN(Sort.NOTICE),
    DEVICE_KEY_BOUND(Sort.NOTICE),
    SECOND_FACTOR_RESET_BY_DEVICE(Sort.NOTICE),
    SECRET_KEY_REPLACED(Sort.NOTICE),
    ROLE_GRANTED(Sort.NOTICE),
    ROLE_REVOKED(Sort.NOTICE),
    WRONG_SECOND_FACTORS(Sort.NOTICE),
    SESSION_COPIED(Sort.NOTICE),
    RESET_WAITING(Sort.NOTICE),
    RESET_REMINDER(Sort.NOTICE),
    RESET_CANCELLED(Sort.NOTICE),
    SECOND_FACTORS_RESET(Sort.NOTICE),
    AUTHENTICATOR_SUSPENDED(Sort.NOTICE),
    AUTHENTICATOR_RESUMED(Sort.NOTICE),
    DEVICE_SUSPENDED(Sort.NOTICE),
    DEVICE_RESUMED(Sort.NOTICE),
    ACCOUNT_FROZEN(Sort.NOTICE),
    UNFREEZING_REQUESTED(Sort.NOTICE),
    ACCOUNT_UNFROZEN(Sort.NOTICE),
    GROUP_INVITED(Sort.NOTICE),
    GROUP_JOINED(Sort.NOTICE),
    GROUP_LEFT(Sort.NOTICE),
    CONSENTS_SPENT(Sort.NOTICE),
    ASSISTED_RECOVERY_BEGUN(Sort.URGENT),
    ASSISTED_RECOVERY_LINK(Sort.URGENT),
    ASSISTED_RECOVERY_WAITING(Sort.URGENT),
    ASSISTED_RECOVERY_REMINDER(Sort.URGENT),
    ASSISTED_RECOVERY_CANCELLED(Sort.NOTICE),
    CONTACT_INVITED(Sort.NOTICE),
    CONTACT_ADDED(Sort.NOTICE),
    CONTACT_REMOVED(Sort.NOTICE),
    CONTACTS_TO_REVIEW(Sort.NOTICE),
    CONTACT_APPROVAL_ASKED(Sort.URGENT),
    CONTACT_RECOVERY_BEGUN(Sort.URGENT),
    CONTACT_RECOVERY_WAITING(Sort.URGENT);

    /**
     * A code is worthless after its time and counted against the flooding of mailboxes; a notice is neither. An urgent one does
     * not wait for others of its kind, for it has the link of one recovery.
     */
    enum Sort {
        CODE,
        NOTICE,
        URGENT
    }

    private final Sort sort;

    Kind(Sort sort) {
        this.sort = sort;
    }

    boolean notice() {
        return sort != Sort.CODE;
    }

    boolean urgent() {
        return sort == Sort.URGENT;
    }

    /** The kind as it is spelled outside: in file names, tags and answers. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
