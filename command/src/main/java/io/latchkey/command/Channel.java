package io.latchkey.command;

import io.latchkey.value.Factor;

/** Where a proof comes from; two proofs from one place prove no more than one. */
public enum Channel {
    MEMORY,
    PHONE,
    SAVED,
    MAILBOX,
    DEVICE,
    VOICE;

    public static Channel of(Factor factor) {
        return switch (factor) {
            case PASSWORD -> MEMORY;
            case TOTP -> PHONE;
            case BACKUP_CODE, RECOVERY_CODE -> SAVED;
            case EMAIL_CODE -> MAILBOX;
            case DEVICE_KEY -> DEVICE;
            case VOICE_CODE -> VOICE;
        };
    }
}
