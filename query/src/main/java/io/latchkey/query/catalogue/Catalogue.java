package io.latchkey.query.catalogue;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.SessionKind;
import io.latchkey.event.SessionStarted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one list of all kinds of events; a test fails when one is missing. */
public final class Catalogue {

    private static final List<Entry> ENTRIES = Stream.of(
                    HolderEntries.ALL, SignInEntries.ALL, FactorEntries.ALL, RecoveryEntries.ALL, TrailEntries.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

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

    /** What the holder is told about this very event; one notice for one change. */
    public static Optional<Notice> notice(LatchkeyEvent event) {
        boolean toldElsewhere =
                switch (event) {
                    case RecoveryCodeRevoked revoked -> revoked.reason() != Reason.REVOKED;
                    case SessionStarted started -> started.kind() != SessionKind.RECOVERY;
                    case LatchkeyEvent any -> false;
                };
        return toldElsewhere ? Optional.empty() : Optional.ofNullable(of(event).notice());
    }
}
