package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Signal.RECOVERY_ACTIVATED;

import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryExpired;
import io.latchkey.event.AssistedRecoveryProofRefused;
import io.latchkey.event.AssistedRecoveryRefused;
import io.latchkey.event.AssistedRecoveryReminded;
import io.latchkey.event.AssistedRecoveryStarted;
import java.util.List;

/** The way back with the help of organizers, at the account of the member. */
final class AssistedEntries {

    private static final int CREATE = 1;
    private static final int UPDATE = 3;
    private static final int CLOSE = 4;
    private static final int PREAUTH = 6;

    static final List<Entry> ALL = List.of(
            info(
                            AssistedRecoveryStarted.class,
                            entityManagement(CREATE),
                            "An organizer of a group wants to help the holder back in; the mailbox got a link to choose"
                                    + " new credentials and one to stop it.")
                    .tells(Notice.ASSISTED_RECOVERY_BEGUN),
            refused(
                    AssistedRecoveryProofRefused.class,
                    authentication(PREAUTH),
                    "In a recovery with the help of an organizer, {factor} was refused."),
            accepted(
                            AssistedCredentialsChosen.class,
                            authentication(PREAUTH),
                            "The mailbox was proven and new credentials were chosen; an organizer can put them in force"
                                    + " from {completesAt} on, unless the holder stops it.")
                    .signals(RECOVERY_ACTIVATED)
                    .tells(Notice.ASSISTED_RECOVERY_WAITING),
            refused(AssistedRecoveryRefused.class, entityManagement(UPDATE), "A wish to {change} was refused."),
            info(
                            AssistedRecoveryReminded.class,
                            entityManagement(UPDATE),
                            "The holder was told again that the recovery with the help of others can be completed from"
                                    + " {completesAt} on.")
                    .tells(Notice.ASSISTED_RECOVERY_REMINDED),
            info(
                            AssistedRecoveryCancelled.class,
                            entityManagement(CLOSE),
                            "The recovery with the help of others was stopped; nothing about the account was changed.")
                    .tells(Notice.ASSISTED_RECOVERY_CANCELLED),
            info(
                    AssistedRecoveryExpired.class,
                    entityManagement(CLOSE),
                    "The recovery with the help of others was not finished in time."));

    private AssistedEntries() {}
}
