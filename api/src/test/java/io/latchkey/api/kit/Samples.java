package io.latchkey.api.kit;

import io.latchkey.command.RecoveryKitAllowed;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.value.RecoveryCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Kits for tests. */
final class Samples {

    static final String CODE = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY";
    static final RecoveryKitAllowed ALLOWED =
            new RecoveryKitAllowed("01890000-0000-7000-8000-000000000001", Instant.parse("2026-11-26T23:59:59Z"));

    private Samples() {}

    static RecoveryKit kit(String label) {
        return kit(label, Map.of());
    }

    static RecoveryKit kit(String label, Map<String, String> settings) {
        var given = new HashMap<>(
                Map.of("latchkey.base-url", "https://id.example.org", "latchkey.mail.contact", "help@example.org"));
        given.putAll(settings);
        var properties = new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("latchkey", LatchkeyProperties.class);
        return new Kits(new CheckedSettings(properties)).of(new RecoveryCode(CODE), label, "a***@e***.org", ALLOWED);
    }
}
