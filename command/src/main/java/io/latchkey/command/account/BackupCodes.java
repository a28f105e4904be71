package io.latchkey.command.account;

import io.latchkey.event.BackupCodesGenerated;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one good set of backup codes: a sealed verifier per slot, and which slots are spent. */
final class BackupCodes {

    private @Nullable String setId;
    private List<String> sealedVerifiers = List.of();
    private final BitSet spent = new BitSet();

    void replace(BackupCodesGenerated event) {
        setId = event.setId();
        sealedVerifiers = List.copyOf(event.sealedVerifiers());
        spent.clear();
    }

    void spend(int slot) {
        spent.set(slot);
    }

    void clear() {
        setId = null;
        sealedVerifiers = List.of();
        spent.clear();
    }

    @Nullable
    String setId() {
        return setId;
    }

    int left() {
        return sealedVerifiers.size() - spent.cardinality();
    }

    boolean spent(int slot) {
        return spent.get(slot);
    }

    @Nullable
    String sealedVerifier(int slot) {
        return slot < sealedVerifiers.size() ? sealedVerifiers.get(slot) : null;
    }
}
