package io.latchkey.api.kit;

import io.latchkey.command.RecoveryKitAllowed;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.RecoveryCodeSettings.OnUse;
import io.latchkey.value.Fingerprint;
import io.latchkey.value.RecoveryCode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a kit together. */
@Component
final class Kits {

    private static final List<String> USE = List.of(
            "Where you sign in, choose to recover your account and give your e-mail address.",
            "Scan the picture or type the recovery code. Small letters and missing dashes do no harm.",
            "Type the code that is mailed to you.",
            "Choose a new password, write down the new secret key, sign in with both, and set up an authenticator app.");

    private final String issuer;
    private final String address;
    private final String contact;
    private final boolean rotates;

    Kits(CheckedSettings checked) {
        var settings = checked.settings();
        issuer = settings.issuer();
        address = settings.baseUrl().toString();
        contact = settings.mail().contact();
        rotates = settings.recoveryCode().onUse() == OnUse.ROTATE;
    }

    RecoveryKit of(RecoveryCode code, @Nullable String label, @Nullable String account, RecoveryKitAllowed allowed) {
        var fingerprint = Fingerprint.of(allowed.codeId()).value();
        return new RecoveryKit(
                issuer,
                address,
                label,
                account,
                LocalDate.ofInstant(allowed.madeAt(), ZoneOffset.UTC),
                fingerprint,
                code.formatted(),
                USE,
                keep(fingerprint),
                contact);
    }

    private List<String> keep(String fingerprint) {
        return List.of(
                "The code is good once it was typed back where it was made: then your account shows the fingerprint "
                        + fingerprint + ".",
                "Keep it on paper where you find it without your phone, and delete the file it came in.",
                "Whoever has this sheet and reads your mailbox can take over the account. Show it to nobody; nobody from "
                        + issuer + " will ever ask for it.",
                rotates
                        ? "It is good for one recovery. Once it was used, or a newer code was made, destroy this sheet."
                        : "It stays good after a recovery. Once a newer code was made, destroy this sheet.");
    }
}
