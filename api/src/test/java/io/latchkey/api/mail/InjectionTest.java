package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.value.EmailAddress;
import io.latchkey.value.Malformed;
import jakarta.mail.Session;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside that wants to be more than text. */
class InjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: x@example.org",
                "a\nb",
                "a\rb",
                "a\u560Ab",
                "a\u560Db",
                "a\u010Ab",
                "a\u2028b",
                "a\u2029b",
                "a\0b",
                "a\u0085b",
            })
    void a_header_is_one_line(String text) {
        assertThatThrownBy(() -> HeaderText.checked(text))
                .isInstanceOf(Malformed.class)
                .hasMessageNotContaining(text);
        assertThatThrownBy(() -> new Letter(text, "")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new EmailAddress(text + "@example.org")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Mime(Session.getInstance(new Properties()), text + "@example.org"))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "www.evil.example",
                "evil.example",
                "mailto:a@evil.example",
                "javascript:alert(1)",
                "<a href=\"//evil.example\">x</a>",
                "<img src=x onerror=alert(1)>",
                "ｈｔｔｐ：／／evil．example",
                "evil。example",
                "evil․example",
                "{code} ${code} #{code} %s",
                "$1 \\1 \\u0041",
                "\u202Egpj.exe",
                "a\u200Bb\u2066c",
                "x\r\nBcc: y",
            })
    void a_name_is_nothing_a_mail_program_would_open(String name) {
        assertThat(Harmless.of(name))
                .doesNotContainPattern("[^\\p{L}\\p{M}\\p{Nd} _'()+,-]")
                .doesNotContain("  ");
    }

    @Test
    void a_name_stays_what_it_is_when_it_is_harmless() {
        assertThat(Harmless.of("Ann's phone (work), 2nd")).isEqualTo("Ann's phone (work), 2nd");
        assertThat(Harmless.of("Łukasz – téléphone 電話")).isEqualTo("Łukasz téléphone 電話");
        assertThat(Harmless.of("x".repeat(100))).hasSize(64);
    }
}
