package io.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.value.AccountId;
import io.latchkey.value.BackupCode;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Malformed;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SecretKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected slow digests come from the reference implementation of Argon2, the HMAC around them from another one too. */
class HashingTest {

    private static final AccountId ANN = new AccountId("01890000-0000-7000-8000-000000000001");
    private static final AccountId BOB = new AccountId("01890000-0000-7000-8000-000000000002");
    private static final String BODY = "8F4DRDGQS648D4SK4CE76EQZDAVY";

    private final Hashing hashing = new Hashing(KeyRing.of(
            Fixture.NEW_KEK, Fixture.OLD_KEK, "AgECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", Fixture.signing()));

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "1", "1.2.3", "256.1.1.1", "1.2.3.4.5", "01.2.3.4", ":::", "fe80::g"})
    void a_client_is_counted_by_an_address_only(String ip) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> hashing.client(ip));
    }

    @Test
    void argon2_has_the_parameters_of_the_page() {
        var salt = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

        assertThat(HexFormat.of().formatHex(Argon2.of("correct horse", salt)))
                .isEqualTo("3aae8d51ff2851ac2e55622a59146b07cd0c62529f90de8d9b82ba9b9841ad3c");
    }

    @Test
    void a_password_has_one_digest_per_account() {
        var digest = hashing.password(ANN, new Password("correct horse"));

        assertThat(digest).isEqualTo("v1$V2vrRwj_GOfhT08BcDoFukbKMVO83yfOBmfOEe48g80");
        assertThat(hashing.password(BOB, new Password("correct horse"))).isNotEqualTo(digest);
        assertThat(hashing.password(ANN, new Password("correct house"))).isNotEqualTo(digest);
    }

    @Test
    void a_backup_code_has_one_digest_per_account() {
        var code = new BackupCode("BKU1-3Q16-FKG5-F1R6-QZV0");
        var digest = hashing.backupCode(ANN, code);

        assertThat(digest).startsWith("v1$").isEqualTo(hashing.backupCode(ANN, code));
        assertThat(hashing.backupCode(BOB, code)).isNotEqualTo(digest);
    }

    @Test
    void a_recovery_code_has_the_digest_of_the_page() {
        var digest = hashing.recoveryCode(ANN, new RecoveryCode("RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"));

        assertThat(digest).startsWith("v1$");
        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(digest.substring(3))))
                .isEqualTo("18e637e3662b42bdbf6f081e31e7ab8c634e5cdb7530069655f0b59372a5c000");
    }

    @Test
    void a_secret_key_and_a_recovery_code_of_the_same_letters_differ() {
        assertThat(hashing.secretKey(ANN, new SecretKey(BODY)))
                .startsWith("v1$")
                .isNotEqualTo(hashing.recoveryCode(ANN, new RecoveryCode(BODY)))
                .isNotEqualTo(hashing.secretKey(BOB, new SecretKey(BODY)));
    }

    @Test
    void an_address_is_found_in_any_case_and_cannot_be_read() {
        var lookup = hashing.lookup(new EmailAddress("Ann@Example.org"));

        assertThat(lookup)
                .isEqualTo(hashing.lookup(new EmailAddress("ann@example.ORG")))
                .isNotEqualTo(hashing.lookup(new EmailAddress("anna@example.org")))
                .matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:0db8:0001:0002::1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "fe80::1%eth0, fe80::1, true",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false"
    })
    void a_client_is_an_address_or_a_network(String one, String other, boolean same) {
        assertThat(hashing.client(one).equals(hashing.client(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"a, a, true", "a, b, false", "a, aa, false", "'', '', true"})
    void digests_are_compared_whole(String one, String other, boolean same) {
        assertThat(Hashing.same(one, other)).isEqualTo(same);
    }
}
