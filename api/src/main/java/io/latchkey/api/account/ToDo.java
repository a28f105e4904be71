package io.latchkey.api.account;

import io.latchkey.query.accounts.Reminder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the holder should see to. */
record ToDo(
        @Schema(
                allowableValues = {
                    "few-backup-codes",
                    "old-recovery-code",
                    "contacts-to-review",
                    "frozen-account",
                    "reported-lost",
                    "lapsing-device"
                })
        String name,

        String sentence,
        @Nullable String deviceId,
        @Nullable Instant before) {

    static ToDo of(Reminder reminder) {
        return new ToDo(
                Readiness.spelled(reminder.kind()), reminder.kind().sentence(), reminder.deviceId(), reminder.before());
    }
}
