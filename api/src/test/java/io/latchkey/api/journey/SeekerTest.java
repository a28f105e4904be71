package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeekerTest {

    private static final String VALUE = "Käthe \"4711\" & <Söhne>/+?";

    static Stream<Arguments> spellings() {
        return Stream.of(
                spelling("raw", value -> value),
                spelling("lower case", value -> value.toLowerCase(Locale.ROOT)),
                spelling("upper case", value -> value.toUpperCase(Locale.ROOT)),
                spelling("hex", value -> HexFormat.of().formatHex(bytes(value))),
                spelling(
                        "upper-case hex",
                        value -> HexFormat.of().withUpperCase().formatHex(bytes(value))),
                spelling("form", value -> URLEncoder.encode(value, StandardCharsets.UTF_8)),
                spelling(
                        "url",
                        value ->
                                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")),
                spelling("json", value -> Client.JSON.writeValueAsString(value)),
                spelling(
                        "json of ASCII only",
                        value -> value.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining())),
                spelling("base64", value -> Base64.getEncoder().encodeToString(bytes(value))),
                spelling("base64url", value -> Base64.getUrlEncoder().encodeToString(bytes(value))),
                spelling(
                        "base64 after one byte", value -> Base64.getEncoder().encodeToString(bytes("a" + value + "z"))),
                spelling(
                        "base64url after two",
                        value -> Base64.getUrlEncoder().encodeToString(bytes("ab" + value + "yz"))));
    }

    private static Arguments spelling(String name, UnaryOperator<String> how) {
        return Arguments.of(name, how);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void a_value_is_found_however_it_is_written(String name, UnaryOperator<String> how) {
        var seeker = new Seeker(List.of(VALUE, "something else"));

        assertThat(seeker.in("before " + how.apply(VALUE) + " after")).containsExactly(VALUE);
        assertThat(seeker.in("before " + how.apply("Käte \"4711\" & <Söhne>/+?") + " after"))
                .isEmpty();
    }

    @Test
    void a_saved_code_is_found_without_its_dashes() {
        assertThat(in("rcu18f4drdgq", "RCU1-8F4D-RDGQ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code 12345678", "{\"code\":\"12345678\"}", "1234 5678", "code=12345678&x"})
    void a_short_number_is_found_where_it_stands_alone(String text) {
        assertThat(in(text, "12345678")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789", "a12345678", "2026-11-21T12:00:00.12345678Z", "-12345678"})
    void a_short_number_inside_something_else_is_chance(String text) {
        assertThat(in(text, "12345678")).isFalse();
    }

    @Test
    void values_that_are_written_alike_are_all_found() {
        assertThat(new Seeker(List.of("RCU1-8F4D", "RCU18F4D", "RCU18F4E")).in("xRCU18F4Dx"))
                .containsExactlyInAnyOrder("RCU1-8F4D", "RCU18F4D");
    }

    private static boolean in(String text, String value) {
        return !new Seeker(List.of(value)).in(text).isEmpty();
    }
}
