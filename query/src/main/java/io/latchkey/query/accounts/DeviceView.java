package io.latchkey.query.accounts;

import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The trusted devices. */
final class DeviceView {

    /** A device that was not used for so long is no longer trusted. */
    static final Duration UNUSED = Duration.ofDays(90);

    private DeviceView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case DeviceTrusted event -> trust(fact, event, writes);
            case SignInBegun event -> use(fact, event.deviceId(), writes);
            case SessionStarted event -> use(fact, event.deviceId(), writes);
            case DeviceForgotten event -> writes.add("delete from device_view where device_id = ?", event.deviceId());
            case AccountRecovered event -> forgetAll(event.accountId(), writes);
            case AccountErased event -> forgetAll(event.accountId(), writes);
            case LatchkeyEvent other -> {}
        }
    }

    private static void trust(Fact fact, DeviceTrusted event, Writes writes) {
        writes.add(
                "delete from device_view where account_id = ? and last_used_at <= ?",
                event.accountId(),
                fact.at().minus(UNUSED));
        writes.add(
                "insert into device_view (device_id, account_id, sealed_name, trusted_at, last_used_at)"
                        + " values (?, ?, ?, ?, ?)",
                event.deviceId(),
                event.accountId(),
                event.sealedName(),
                fact.at(),
                fact.at());
    }

    private static void use(Fact fact, @Nullable String deviceId, Writes writes) {
        if (deviceId != null) {
            writes.add("update device_view set last_used_at = ? where device_id = ?", fact.at(), deviceId);
        }
    }

    private static void forgetAll(String accountId, Writes writes) {
        writes.add("delete from device_view where account_id = ?", accountId);
    }
}
