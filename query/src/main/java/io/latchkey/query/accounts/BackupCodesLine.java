package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.value.Fingerprint;
import org.jspecify.annotations.Nullable;

/** The one good set of backup codes; the warning is there when few are left or they were not said to be saved. */
public record BackupCodesLine(
        @Nullable String setId,
        int left,
        boolean acknowledged,
        @Nullable String warning,
        @Nullable String fingerprint) {

    static BackupCodesLine of(@Nullable String setId, int left, boolean acknowledged) {
        return setId == null
                ? new BackupCodesLine(null, left, acknowledged, null, null)
                : new BackupCodesLine(
                        setId,
                        left,
                        acknowledged,
                        warning(left, acknowledged),
                        Fingerprint.of(setId).value());
    }

    private static @Nullable String warning(int left, boolean acknowledged) {
        if (left <= Limits.FEW_BACKUP_CODES) {
            return "few backup codes left: make new ones";
        }
        return acknowledged ? null : "nobody said that the backup codes are saved";
    }
}
