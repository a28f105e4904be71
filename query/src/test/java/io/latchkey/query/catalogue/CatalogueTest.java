package io.latchkey.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Map<String, Object> DETAILS = Map.ofEntries(
            Map.entry("factors", List.of("PASSWORD", "TOTP")),
            Map.entry("codesLeft", 3),
            Map.entry("kind", "RECOVERY"),
            Map.entry("change", "trust a device"),
            Map.entry("role", "SUPPORT"),
            Map.entry("records", 7),
            Map.entry("question", "records of one account"),
            Map.entry("count", 12),
            Map.entry("completesAt", "2026-11-24T12:00:00Z"),
            Map.entry("events", 99));

    static Stream<Class<?>> types() {
        return concrete(LatchkeyEvent.class);
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CatalogueTest::concrete)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_kind_of_event_has_an_entry_with_a_plain_sentence(Class<?> type) {
        var entry = Catalogue.find(type.getSimpleName());

        assertThat(entry).as("entry of %s", type.getSimpleName()).isPresent();
        var sentence = Sentences.of(type.getSimpleName(), "TOTP", null, DETAILS);
        assertThat(sentence).endsWith(".").doesNotContain("{", "something", type.getSimpleName());
        assertThat(entry.get().since()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void no_entry_is_left_over_and_none_is_double() {
        assertThat(Catalogue.entries().stream().map(Entry::type))
                .containsExactlyInAnyOrderElementsOf(
                        types().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_is_told(Reason reason) {
        assertThat(Sentences.of("SignInRefused", "PASSWORD", reason.name(), Map.of()))
                .endsWith(".")
                .endsWith(Words.of(reason))
                .doesNotContain(reason.name());
    }

    @ParameterizedTest
    @EnumSource(Factor.class)
    void every_factor_has_words(Factor factor) {
        assertThat(Words.of(factor)).doesNotContain("_").isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(SessionKind.class)
    void every_kind_of_session_has_words(SessionKind kind) {
        assertThat(Words.of(kind)).contains("session");
    }

    @Test
    void a_refusal_says_what_and_why() {
        assertThat(Sentences.of("RecoveryProofRefused", "RECOVERY_CODE", "WRONG_PROOF", Map.of()))
                .isEqualTo("In a recovery, the recovery code was refused. What was given was not right.");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_refusal_is_called_so(Class<?> type) {
        boolean refused = type.getSimpleName().endsWith("Refused");

        assertThat(Catalogue.find(type.getSimpleName()).orElseThrow().outcome() == Verdict.REFUSED || !refused)
                .isTrue();
    }

    @Test
    void outside_numbers_follow_the_arithmetic_of_the_schema() {
        assertThat(Catalogue.entries()).allSatisfy(entry -> {
            assertThat(entry.ocsf().typeUid())
                    .isEqualTo(entry.ocsf().classUid() * 100 + entry.ocsf().activityId());
            assertThat(entry.ocsf().classUid()).isIn(2004, 3001, 3002, 3004, 6003);
        });
    }
}
