package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.accepted;
import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.authentication;
import static io.latchkey.query.catalogue.Ocsf.entityManagement;
import static io.latchkey.query.catalogue.Retention.ROUTINE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE;
import static io.latchkey.query.catalogue.Signal.CREDENTIAL_CHANGE_REQUIRED;
import static io.latchkey.query.catalogue.Signal.SESSION_REVOKED;

import io.latchkey.event.DeviceKeyBound;
import io.latchkey.event.DeviceProofRefused;
import io.latchkey.event.DeviceRenamed;
import io.latchkey.event.SecondFactorResetByDevice;
import io.latchkey.event.SecretKeyReplaced;
import java.util.List;

/** Keys of trusted devices and what was done with them. */
final class DeviceEntries {

    private static final int UPDATE = 3;
    private static final int ENROLL = 6;
    private static final int PREAUTH = 6;
    private static final int FACTOR_DISABLE = 11;
    private static final int OTHER = 99;

    static final List<Entry> ALL = List.of(
            accepted(
                            DeviceKeyBound.class,
                            entityManagement(ENROLL),
                            "A device was trusted and its key bound; on it the secret key is not asked for, and after"
                                    + " seven days it can reset the second factor.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.DEVICE_KEY_BOUND),
            info(DeviceRenamed.class, entityManagement(UPDATE), "A trusted device was given another name.")
                    .kept(ROUTINE),
            refused(
                            DeviceProofRefused.class,
                            authentication(PREAUTH),
                            "A proof by the key of a trusted device, asked for to {change}, was refused.")
                    .tells(Notice.WRONG_CODES),
            accepted(
                            SecondFactorResetByDevice.class,
                            accountChange(FACTOR_DISABLE),
                            "With the password, on a trusted device, the second factor was reset: authenticator apps"
                                    + " and backup codes are gone, and every session ended.")
                    .signals(CREDENTIAL_CHANGE, CREDENTIAL_CHANGE_REQUIRED, SESSION_REVOKED)
                    .tells(Notice.SECOND_FACTOR_RESET_BY_DEVICE),
            accepted(
                            SecretKeyReplaced.class,
                            accountChange(OTHER),
                            "On a trusted device a new secret key was made; the one before no longer works.")
                    .signals(CREDENTIAL_CHANGE)
                    .tells(Notice.SECRET_KEY_REPLACED));

    private DeviceEntries() {}
}
