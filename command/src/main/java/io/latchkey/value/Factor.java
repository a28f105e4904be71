package io.latchkey.value;

public enum Factor {
    PASSWORD,
    TOTP,
    BACKUP_CODE,
    EMAIL_CODE,
    RECOVERY_CODE,
    DEVICE_KEY,
    VOICE_CODE
}
