package io.latchkey.query.accounts;

import org.jspecify.annotations.Nullable;

/** The one good set of backup codes; the warning is there when few are left or they were not said to be saved. */
public record BackupCodesLine(
        @Nullable String setId,
        int left,
        boolean acknowledged,
        @Nullable String warning) {

    static final int FEW = 3;

    static BackupCodesLine of(@Nullable String setId, int left, boolean acknowledged) {
        return new BackupCodesLine(setId, left, acknowledged, setId == null ? null : warning(left, acknowledged));
    }

    private static @Nullable String warning(int left, boolean acknowledged) {
        if (left <= FEW) {
            return "few backup codes left: make new ones";
        }
        return acknowledged ? null : "nobody said that the backup codes are saved";
    }
}
