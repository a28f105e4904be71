package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
    static Stream<Record> secrets() {
        var random = new SecureRandom();
        return Stream.of(
                new EmailAddress("ann@example.org"),
                new PersonName("Ann"),
                new Label("Ann's phone"),
                new Password("correct horse"),
                new TotpCode("123456"),
                new VoiceCode("123456"),
                new CodeVerifier("A".repeat(43)),
                new WrappedKey("a.b"),
                new Note("lost the phone"),
                new CaseNote("called, and knew the case"),
                MailedCode.random(random),
                LinkToken.random(random),
                RecoveryCode.random(random),
                SecretKey.random(random),
                BackupCode.random(3, random));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void no_secret_is_told_by_its_text(Record secret) {
        assertThat(secret).hasToString(secret.getClass().getSimpleName() + "[hidden]");
    }
}
