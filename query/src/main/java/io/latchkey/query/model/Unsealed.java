package io.latchkey.query.model;

import io.latchkey.secret.SealBroken;
import io.latchkey.secret.Sealer;
import io.latchkey.value.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Opens what a reader may see; what was erased or broken is simply not there. */
public final class Unsealed {

    private final Sealer sealer;

    public Unsealed(Sealer sealer) {
        this.sealer = sealer;
    }

    public @Nullable String text(String context, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return sealer.open(context, sealed).orElse(null);
        } catch (SealBroken tampered) {
            return null;
        }
    }

    public @Nullable String name(String accountId, @Nullable String sealed) {
        return text("AccountRegistered/name/" + accountId, sealed);
    }

    /** The address in its masked form only. */
    public @Nullable String mailbox(String accountId, @Nullable String sealed) {
        var address = text("AccountRegistered/email/" + accountId, sealed);
        return address == null ? null : new EmailAddress(address).masked();
    }
}
