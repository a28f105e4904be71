package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a holder should see to before it is needed. */
final class Reminders {

    private Reminders() {}

    static List<Reminder> ofLosses(
            List<AuthenticatorLine> authenticators, List<DeviceLine> devices, @Nullable Frozen frozen) {
        var reminders = new ArrayList<Reminder>();
        if (frozen != null) {
            reminders.add(new Reminder(Reminder.Kind.FROZEN_ACCOUNT, null, null));
        }
        if (authenticators.stream().anyMatch(line -> line.status().equals("suspended"))) {
            reminders.add(new Reminder(Reminder.Kind.REPORTED_LOST, null, null));
        }
        devices.stream()
                .filter(DeviceLine::suspended)
                .map(device -> new Reminder(Reminder.Kind.REPORTED_LOST, device.id(), null))
                .forEach(reminders::add);
        return reminders;
    }

    static List<Reminder> of(
            BackupCodesLine backupCodes,
            RecoveryCodeLine recoveryCode,
            List<DeviceLine> devices,
            Confidants.Worth contacts,
            Instant now) {
        var reminders = new ArrayList<Reminder>();
        if (backupCodes.setId() != null && backupCodes.left() <= Limits.FEW_BACKUP_CODES) {
            reminders.add(new Reminder(Reminder.Kind.FEW_BACKUP_CODES, null, null));
        }
        var madeAt = recoveryCode.activatedAt();
        if (madeAt != null && !now.isBefore(madeAt.plus(Limits.RECOVERY_CODE_REMINDER))) {
            reminders.add(new Reminder(Reminder.Kind.OLD_RECOVERY_CODE, null, null));
        }
        if (contacts.toReview()) {
            reminders.add(new Reminder(Reminder.Kind.CONTACTS_TO_REVIEW, null, null));
        }
        devices.stream()
                .filter(device -> !now.isBefore(device.expiresAt().minus(Limits.DEVICE_REMINDER)))
                .map(device -> new Reminder(Reminder.Kind.LAPSING_DEVICE, device.id(), device.expiresAt()))
                .forEach(reminders::add);
        return reminders;
    }
}
