package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What matters of an account, the same for the real one and the model. */
final class State {

    private State() {}

    static void check(AccountState real, AccountModel model, Instant now) {
        assertThat(of(real, model, now)).isEqualTo(of(model, now));
    }

    private static Map<String, Object> of(AccountModel model, Instant now) {
        var facts = new TreeMap<String, Object>();
        facts.put("opened", model.opened);
        facts.put("real", model.real);
        facts.put("verified", model.mailbox.verified);
        facts.put("must enrol", model.mustReenrol);
        facts.put("disabled", model.guesses.disabled.toString());
        for (var factor : Factor.values()) {
            facts.put(
                    "waits " + factor,
                    wait(model.guesses.waitUntil(factor, true, now), model.guesses.waitUntil(factor, false, now)));
        }
        facts.put(
                "phones",
                new TreeMap<>(model.totp.phones)
                        .entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue().lastStep() + " "
                                        + e.getValue().ahead())
                                .toList());
        facts.put("backup", model.backupSet + " " + (model.backup.size() - model.spent.size()));
        facts.put("spent", model.spent.toString());
        facts.put("recovery code", (model.active != null) + " " + (model.typedBack != null));
        facts.put(
                "sessions",
                model.sessions.all.entrySet().stream()
                        .filter(e -> e.getValue().live(now))
                        .map(e -> e.getKey() + " " + e.getValue().assurance())
                        .sorted()
                        .toList());
        facts.put("devices", model.devices.keySet().stream().sorted().toList());
        facts.put("reset", model.reset == null ? "" : model.reset.id + model.reset.end + model.reset.strikes);
        facts.put("sign-ins", model.signIns.keySet().stream().sorted().toList());
        return facts;
    }

    private static Map<String, Object> of(AccountState real, AccountModel model, Instant now) {
        var facts = new TreeMap<String, Object>();
        facts.put("opened", real.opened);
        facts.put("real", real.real());
        facts.put("verified", real.mailbox.verified());
        facts.put("must enrol", real.reenrolmentForced);
        facts.put("disabled", real.disabled.toString());
        for (var factor : Factor.values()) {
            facts.put(
                    "waits " + factor,
                    wait(real.budgets.waitUntil(factor, true, now), real.budgets.waitUntil(factor, false, now)));
        }
        facts.put(
                "phones",
                real.authenticators.active().stream()
                        .map(a -> a.id() + " " + a.lastStep() + " " + a.drift())
                        .sorted()
                        .toList());
        var setId = real.backupCodes.setId();
        facts.put("backup", (setId == null ? "" : setId) + " " + real.backupCodes.left());
        var spent = new ArrayList<Integer>();
        for (int slot = 0; slot < 10; slot++) {
            if (real.backupCodes.spent(slot)) {
                spent.add(slot);
            }
        }
        facts.put("spent", spent.toString());
        facts.put(
                "recovery code", (real.recoveryCodes.active() != null) + " " + (real.recoveryCodes.pending() != null));
        facts.put(
                "sessions",
                model.ids.stream()
                        .map(id -> real.sessions.live(id, now))
                        .filter(Objects::nonNull)
                        .map(s -> s.id() + " " + s.assurance())
                        .sorted()
                        .toList());
        facts.put("reset", reset(real.resets.open()));
        facts.put(
                "devices", model.ids.stream().filter(real.devices::has).sorted().toList());
        facts.put(
                "sign-ins",
                model.ids.stream()
                        .filter(id -> real.signIns.find(id) != null)
                        .sorted()
                        .toList());
        return facts;
    }

    private static String reset(Resets.Reset open) {
        if (open == null) {
            return "";
        }
        var end = open.waiting() == null ? null : open.waiting().period().until();
        return open.id() + end + open.strikes();
    }

    private static String wait(Instant known, Instant unknown) {
        return known + " / " + unknown;
    }
}
