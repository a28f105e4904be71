package io.latchkey.command;

import java.time.Duration;

/** Every duration and count the flows promise; the documentation table is tested against them. */
public final class Limits {

    public static final Duration MAILBOX_CODE = Duration.ofMinutes(30);
    public static final Duration SIGN_IN = Duration.ofMinutes(30);
    public static final Duration EMAIL_CODE = Duration.ofMinutes(10);
    public static final Duration TOTP_ENROLMENT = Duration.ofMinutes(10);
    public static final Duration RECOVERY = Duration.ofMinutes(30);
    public static final Duration RECOVERY_CODE_CONFIRMATION = Duration.ofMinutes(30);
    public static final Duration RECOVERY_KIT = Duration.ofMinutes(30);
    public static final Duration SESSION = Duration.ofHours(24);
    public static final Duration SESSION_IDLE = Duration.ofHours(1);
    public static final Duration RECOVERY_SESSION = Duration.ofMinutes(15);
    public static final Duration FRESH_PROOF = Duration.ofMinutes(5);
    public static final Duration DEVICE_UNUSED = Duration.ofDays(90);
    public static final Duration DEVICE_REMINDER = Duration.ofDays(14);
    public static final Duration RECOVERY_CODE_REMINDER = Duration.ofDays(365);
    public static final Duration DEVICE_KEY_QUARANTINE = Duration.ofDays(7);
    public static final Duration DEVICE_PROOF = Duration.ofMinutes(1);
    public static final Duration DEVICE_PROOF_AHEAD = Duration.ofSeconds(30);
    public static final Duration FIRST_REMINDER = Duration.ofHours(24);
    public static final Duration LAST_REMINDER = Duration.ofHours(1);
    public static final Duration RESET_HANDLE = Duration.ofHours(24);
    public static final Duration LOSS_LINK = Duration.ofMinutes(30);
    public static final Duration LOSS_REPORT_PAUSE = Duration.ofHours(24);
    public static final Duration NOTICE_LINK = Duration.ofDays(7);
    public static final Duration UNFREEZING = Duration.ofHours(24);
    public static final Duration INVITATION = Duration.ofDays(7);
    public static final Duration ASSISTED_CHOICE = Duration.ofHours(24);
    public static final Duration ASSISTED_COMPLETION = Duration.ofDays(7);
    public static final Duration CONSENT_PERIOD = Duration.ofHours(24);
    public static final Duration CONTACT_QUARANTINE = Duration.ofDays(7);
    public static final Duration CONTACT_APPROVALS = Duration.ofDays(3);
    public static final Duration CONTACT_REVIEW = Duration.ofDays(365);
    public static final Duration MAIL_PAUSE = Duration.ofSeconds(60);
    public static final int TRIES_PER_FLOW = 5;
    public static final int SESSIONS = 10;
    public static final int AUTHENTICATORS = 10;
    public static final int DEVICES = 10;
    public static final int GROUPS = 10;
    public static final int GROUP_MEMBERS = 100;
    public static final int INVITATIONS = 10;
    public static final int CONSENTS = 5;
    public static final int CONTACTS = 10;
    public static final int BACKUP_CODES = 10;
    public static final int FEW_BACKUP_CODES = 3;

    private Limits() {}
}
