package io.latchkey.query.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a holder should see to before it is needed. */
final class Reminders {

    /** Paper gets lost: after so long its holder is asked. */
    static final Duration OLD_RECOVERY_CODE = Duration.ofDays(365);

    /** How long before a trusted device lapses its holder is told. */
    static final Duration LAPSING_DEVICE = Duration.ofDays(14);

    private Reminders() {}

    static List<Reminder> of(
            BackupCodesLine backupCodes, RecoveryCodeLine recoveryCode, List<DeviceLine> devices, Instant now) {
        var reminders = new ArrayList<Reminder>();
        if (backupCodes.setId() != null && backupCodes.left() <= BackupCodesLine.FEW) {
            reminders.add(new Reminder(Reminder.Kind.FEW_BACKUP_CODES, null, null));
        }
        var madeAt = recoveryCode.activatedAt();
        if (madeAt != null && !now.isBefore(madeAt.plus(OLD_RECOVERY_CODE))) {
            reminders.add(new Reminder(Reminder.Kind.OLD_RECOVERY_CODE, null, null));
        }
        devices.stream()
                .filter(device -> !now.isBefore(device.expiresAt().minus(LAPSING_DEVICE)))
                .map(device -> new Reminder(Reminder.Kind.LAPSING_DEVICE, device.id(), device.expiresAt()))
                .forEach(reminders::add);
        return reminders;
    }
}
