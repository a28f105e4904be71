package io.latchkey.query.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a holder should see to, about one device or the account, before a time if there is one. */
public record Reminder(
        Kind kind, @Nullable String deviceId, @Nullable Instant before) {

    /** What is to be done. */
    public enum Kind {
        FEW_BACKUP_CODES("Few backup codes are left: make new ones."),
        OLD_RECOVERY_CODE("The recovery code is older than a year: see that you still have it, or make a new one."),
        FROZEN_ACCOUNT(
                "Somebody said that it was not them, so every way of recovery is closed: unfreeze the account in a"
                        + " session with a fresh second factor, or ask support."),
        REPORTED_LOST("Something was reported lost and counts for nothing: lift that, or remove it."),
        CONTACTS_TO_REVIEW(
                "A year ago you last looked at your recovery contacts: see that they are the right ones still."),
        LAPSING_DEVICE(
                "A trusted device was not used for long: sign in on it, or it will need the secret key, and a key bound to"
                        + " it will open nothing more.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
