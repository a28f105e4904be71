package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "ab", "@", "ann", "ann@", "@example.org", "ann@@example.org", "a@b@example.org"})
    void what_is_no_address_is_refused(String typed) {
        refused(EmailAddress::new, typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\t", "\0", "\u007F", "\u0085", "\u2028", "\u2029", "\u560A", "\u560D"})
    void a_line_end_in_any_disguise_is_refused_wherever_it_stands(String trick) {
        refused(EmailAddress::new, trick + "ann@example.org");
        refused(EmailAddress::new, "an" + trick + "n@example.org");
        refused(EmailAddress::new, "ann@exam" + trick + "ple.org");
        refused(EmailAddress::new, "ann@example.org" + trick);
        refused(EmailAddress::new, "ann@example.org" + trick + "Bcc: eve@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00AD", "\u200B", "\u200D", "\u202E", "\u2060", "\uFEFF", "\uE000", "\uD800"})
    void invisible_characters_are_refused(String trick) {
        refused(EmailAddress::new, "ann@exam" + trick + "ple.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ann", "ann.", "an..n", "an n", "\"ann\"", "ann(x)", "ann,bob", "<ann", "ann>", "ann;", "an\\n",
                "[ann]", "jörg", "аnn", "ａnn", "ann:"
            })
    void a_local_part_outside_the_dot_atom_is_refused(String local) {
        assertThat(refused(EmailAddress::new, local + "@example.org").rule()).startsWith("before the @ only ASCII");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "example..org", ".example.org", "example.org.", "-example.org", "example-.org", "exa_mple.org",
                "exam ple.org", "[127.0.0.1]", "127.0.0.1", "example.123", "example.org:25", "example.org/x", "℀.org",
                "a,b.org", "example.org>", "xn--a-ü.org"
            })
    void what_is_no_domain_name_is_refused(String domain) {
        refused(EmailAddress::new, "ann@" + domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"straße.de", "STRAẞE.de", "βόλος.gr"})
    void a_domain_the_jdk_would_change_into_another_is_refused(String domain) {
        assertThat(refused(EmailAddress::new, "ann@" + domain).rule()).contains("xn--");
    }

    @Test
    void every_length_has_a_limit() {
        var domain = "d".repeat(63) + "." + "e".repeat(63) + "." + "f".repeat(57) + ".org";

        assertThat(new EmailAddress("a".repeat(64) + "@" + domain.substring(0, 185) + ".org").value())
                .hasSize(254);
        refused(EmailAddress::new, "a".repeat(64) + "@" + domain.substring(0, 186) + ".org");
        refused(EmailAddress::new, "a".repeat(65) + "@example.org");
        refused(EmailAddress::new, "ann@" + "d".repeat(64) + ".org");
        refused(EmailAddress::new, "a".repeat(1_000_000) + "@example.org");
        refused(
                EmailAddress::new,
                "a".repeat(64) + "@" + "ü".repeat(40) + "." + "ü".repeat(40) + "." + "ü".repeat(40) + "."
                        + "ü".repeat(40) + ".example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "'  ann@example.org ', ann@example.org",
        "Ann@Example.ORG, Ann@example.org",
        "j.o'hn+tag@example.org, j.o'hn+tag@example.org",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ann@BÜCHER.example, ann@xn--bcher-kva.example",
        "ann@XN--BCHER-KVA.example, ann@xn--bcher-kva.example",
        "ann@例え.テスト, ann@xn--r8jz45g.xn--zckzah",
        "ann@example。org, ann@example.org",
        "a@b, a@b"
    })
    void an_address_is_kept_with_its_domain_in_one_spelling(String typed, String kept) {
        var address = new EmailAddress(typed);

        assertThat(address.value()).isEqualTo(kept);
        assertThat(new EmailAddress(address.value())).isEqualTo(address);
    }

    @Test
    void composed_and_decomposed_letters_are_the_same_domain() {
        var decomposed = Normalizer.normalize("ann@bücher.example", Normalizer.Form.NFD);

        assertThat(new EmailAddress(decomposed)).isEqualTo(new EmailAddress("ann@bücher.example"));
    }

    @Test
    void case_does_not_make_another_mailbox() {
        assertThat(new EmailAddress("IAN@EXAMPLE.ORG").lookup())
                .isEqualTo(new EmailAddress("ian@example.org").lookup())
                .isEqualTo("ian@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "john@example.org, j***@e***.org",
        "a@b.co, a***@b***.co",
        "ann@mail.example.co.uk, a***@m***.uk",
        "a@b, a***@b***"
    })
    void the_mask_keeps_two_letters_and_the_last_domain_label(String typed, String masked) {
        assertThat(new EmailAddress(typed).masked()).isEqualTo(masked);
    }
}
