package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a holder should see to before it is needed. */
final class Reminders {

    private Reminders() {}

    static List<Reminder> of(
            BackupCodesLine backupCodes, RecoveryCodeLine recoveryCode, List<DeviceLine> devices, Instant now) {
        var reminders = new ArrayList<Reminder>();
        if (backupCodes.setId() != null && backupCodes.left() <= Limits.FEW_BACKUP_CODES) {
            reminders.add(new Reminder(Reminder.Kind.FEW_BACKUP_CODES, null, null));
        }
        var madeAt = recoveryCode.activatedAt();
        if (madeAt != null && !now.isBefore(madeAt.plus(Limits.RECOVERY_CODE_REMINDER))) {
            reminders.add(new Reminder(Reminder.Kind.OLD_RECOVERY_CODE, null, null));
        }
        devices.stream()
                .filter(device -> !now.isBefore(device.expiresAt().minus(Limits.DEVICE_REMINDER)))
                .map(device -> new Reminder(Reminder.Kind.LAPSING_DEVICE, device.id(), device.expiresAt()))
                .forEach(reminders::add);
        return reminders;
    }
}
