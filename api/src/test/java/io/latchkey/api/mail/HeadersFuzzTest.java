package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.fuzz.Fuzzing;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Malformed;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** No subject, address or name adds a line to the head of a mail, and no name leaves its place in the text. */
class HeadersFuzzTest extends Fuzzing {

    private static final String HEAD =
            "(?:(?:Date|From|To|Message-ID|Subject|MIME-Version|Content-Type|Content-Transfer-Encoding|Auto-Submitted"
                    + "|X-Auto-Response-Suppress): \\P{Cntrl}*\r\n(?:[ \t]\\P{Cntrl}*\r\n)*){10}";

    private final Mime mime = new Mime(Session.getInstance(new Properties()), "Latchkey <no-reply@latchkey.example>");
    private final Letters letters = new Letters("help@latchkey.example");

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "Your code\nann@example.org\nAnn's phone",
                "Ünïcödé subject that is long enough to be folded over more than one line of the head\na@b.example\nx",
                "x\r\nBcc: eve@example.org\nann@example.org\nphone",
                "x\nann@example.org\n{code} $1 https://evil.example/");
    }

    @Override
    protected void once(byte[] input) throws MessagingException, IOException {
        var parts = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        var name = Harmless.of(parts[parts.length - 1]);
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(64);
        assertThat(name).doesNotContainPattern("[^\\p{L}\\p{M}\\p{Nd} _'()+,-]");
        var notice =
                letters.letter(Kind.DEVICE_TRUSTED, Map.of("name", name, "when", "now", "from", "x", "notme", "x"));
        assertThat(notice.text()).contains(name);
        try {
            var to = new EmailAddress(parts.length > 1 ? parts[1] : "ann@example.org");
            var written = new ByteArrayOutputStream();
            mime.message(new Envelope(new UUID(1, 2), to, new Letter(parts[0], "text"), Instant.EPOCH))
                    .writeTo(written);
            var mail = written.toString(StandardCharsets.UTF_8);
            assertThat(mail.substring(0, mail.indexOf("\r\n\r\n") + 2)).matches(HEAD);
            assertThat(mail).endsWith("\r\n\r\ntext");
        } catch (Malformed refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(200);
        }
    }
}
