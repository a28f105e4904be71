package io.latchkey.api.recovery;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.Policy;
import io.latchkey.command.RecoveryBegun;
import io.latchkey.command.StartRecovery;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.query.accounts.Devices;
import io.latchkey.query.accounts.FindDevices;
import io.latchkey.store.AccountIndex;
import io.latchkey.store.AccountIndex.Found;
import io.latchkey.value.DeviceId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Ids;
import io.latchkey.value.RecoveryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Starts a recovery by the same steps whether or not somebody has the address. */
@Component
final class Beginning {

    private final Messages messages;
    private final AccountIndex accounts;
    private final Tokens tokens;
    private final Ids ids;
    private final WayRule rule;

    Beginning(Messages messages, AccountIndex accounts, Tokens tokens, Ids ids, Policy policy) {
        this.messages = messages;
        this.accounts = accounts;
        this.tokens = tokens;
        this.ids = ids;
        this.rule = policy.rule(Way.RECOVERY_CODE);
    }

    Mono<StartedRecovery> begin(LostAccount lost) {
        var email = new EmailAddress(lost.email());
        return messages.offLoop(() -> accounts.find(email))
                .flatMap(found -> isKnownClient(found, lost.deviceToken())
                        .map(knownClient -> new StartRecovery(
                                new RecoveryId(ids.next()), found.accountId(), found.known(), knownClient)))
                .flatMap(wish -> Door.PROOF.expect(RecoveryBegun.class, messages.send(wish)))
                .map(begun -> StartedRecovery.of(begun, tokens.recovery(begun.recoveryId(), begun.expiresAt()), rule));
    }

    /** A device that was forgotten since keeps its token, so the token alone does not do. */
    private Mono<Boolean> isKnownClient(Found found, @Nullable String deviceToken) {
        return Mono.justOrEmpty(tokens.deviceOf(found.accountId(), deviceToken))
                .flatMap(
                        device -> messages.ask(new FindDevices(found.accountId().value()), Devices.class)
                                .map(devices -> isAmong(devices, device)))
                .defaultIfEmpty(false);
    }

    private static boolean isAmong(Devices devices, DeviceId device) {
        return devices.devices().stream().anyMatch(line -> line.id().equals(device.value()) && !line.suspended());
    }
}
