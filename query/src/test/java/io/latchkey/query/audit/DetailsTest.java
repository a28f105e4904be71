package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeRevoked;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetailsTest {

    /** In a column of their own, or on purpose not shown: sealed, secret, or a session that somebody holds. */
    private static final Set<String> ELSEWHERE = Set.of(
            "accountId",
            "recoveryId",
            "readerId",
            "reason",
            "factor",
            "policyVersion",
            "sealedEmail",
            "sealedGroupName",
            "sealedHolder",
            "sealedName",
            "sealedPassword",
            "sealedSecretKey",
            "sealedCode",
            "sealedLinkToken",
            "sealedVetoToken",
            "sealedSeed",
            "sealedVerifier",
            "sealedVerifiers",
            "sealedWrappedKey",
            "sealedThumbprint",
            "sealedNote",
            "proofDigest",
            "tokenDigest",
            "sessionId",
            "keptSessionId",
            "generation",
            "step",
            "drift",
            "slot");

    static Stream<RecordComponent> components() {
        return concrete(LatchkeyEvent.class).flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(DetailsTest::concrete)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("components")
    void every_field_of_every_event_is_either_shown_or_kept_back_on_purpose(RecordComponent field) {
        var shown = Details.SHOWN.containsKey(field.getName());
        var keptBack = ELSEWHERE.contains(field.getName());

        assertThat(shown ^ keptBack).as("%s", field).isTrue();
    }

    @Test
    void nothing_sealed_is_shown() {
        assertThat(Details.SHOWN.keySet()).noneMatch(name -> name.startsWith("sealed") || name.contains("igest"));
    }

    @Test
    void details_are_read_back_as_they_were_written() {
        var json = Details.json(new RecoveryCodeRevoked("a", "the-code", Reason.REPLACED));

        assertThat(Details.read(json)).containsExactlyEntriesOf(java.util.Map.of("codeId", "the-code"));
    }
}
