package io.latchkey.query.catalogue;

import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.DeviceProofRefused;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.RecoveryStarted;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SessionRefreshRefused;
import io.latchkey.event.SignInRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one list of all kinds of events; a test fails when one is missing. */
public final class Catalogue {

    private static final List<Entry> ENTRIES = Stream.of(
                    HolderEntries.ALL,
                    DeviceEntries.ALL,
                    SignInEntries.ALL,
                    FactorEntries.ALL,
                    RecoveryEntries.ALL,
                    ResetEntries.ALL,
                    LossEntries.ALL,
                    GroupEntries.ALL,
                    AssistedEntries.ALL,
                    ContactEntries.ALL,
                    TrailEntries.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    /** Another notice or the next mail says so, or nobody is there to be told. */
    private static final Set<Reason> TOLD_OTHERWISE =
            Set.of(Reason.RECOVERED, Reason.REPLACED, Reason.RESET_BY_DEVICE, Reason.ERASED);

    private Catalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The entry of an event's simple class name. */
    public static Optional<Entry> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Entry of(LatchkeyEvent event) {
        return find(event.getClass().getSimpleName())
                .orElseThrow(() -> new IllegalStateException(
                        "the catalogue has no entry for " + event.getClass().getSimpleName()));
    }

    /** What the holder is told about this very event; one notice for one change, and for wrong codes only at the third. */
    public static Optional<Notice> notice(LatchkeyEvent event) {
        boolean notWorthIt = switch (event) {
            case RecoveryCodeRevoked revoked -> revoked.reason() == Reason.REPLACED;
            case SessionRefreshRefused refused -> refused.reason() != Reason.TOKEN_REUSED;
            case SignInRefused refused -> refused.signInId() == null || refused.reason() != Reason.WRONG_PROOF;
            case DeviceProofRefused refused -> refused.signInId() == null || refused.reason() != Reason.WRONG_PROOF;
            case RecoveryStarted started -> !started.known();
            case SecondFactorResetCancelled cancelled -> TOLD_OTHERWISE.contains(cancelled.reason());
            case AssistedRecoveryCancelled cancelled -> cancelled.reason() == Reason.RECOVERED;
            case LatchkeyEvent any -> false;
        };
        return notWorthIt ? Optional.empty() : Optional.ofNullable(of(event).notice());
    }
}
