package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The trusted devices. */
final class DeviceView {

    private DeviceView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case DeviceTrusted event ->
                trust(fact, event.accountId(), event.deviceId(), event.sealedName(), null, writes);
            case DeviceKeyBound event ->
                trust(fact, event.accountId(), event.deviceId(), event.sealedName(), fact.at(), writes);
            case DeviceRenamed event ->
                writes.add(
                        "update device_view set sealed_name = ? where device_id = ?",
                        event.sealedName(),
                        event.deviceId());
            case SecondFactorResetByDevice event -> use(fact, event.deviceId(), writes);
            case SecretKeyReplaced event -> use(fact, event.deviceId(), writes);
            case SignInBegun event -> use(fact, event.deviceId(), writes);
            case SessionStarted event -> use(fact, event.deviceId(), writes);
            case DeviceForgotten event -> writes.add("delete from device_view where device_id = ?", event.deviceId());
            case AccountRecovered event -> forgetAll(event.accountId(), writes);
            case AccountErased event -> forgetAll(event.accountId(), writes);
            case LatchkeyEvent other -> {}
        }
    }

    private static void trust(
            Fact fact,
            String accountId,
            String deviceId,
            String sealedName,
            @Nullable Instant keyBoundAt,
            Writes writes) {
        writes.add(
                "delete from device_view where account_id = ? and last_used_at <= ?",
                accountId,
                fact.at().minus(Limits.DEVICE_UNUSED));
        writes.add(
                "insert into device_view (device_id, account_id, sealed_name, trusted_at, last_used_at, key_bound_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                deviceId,
                accountId,
                sealedName,
                fact.at(),
                fact.at(),
                keyBoundAt);
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
