package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.latchkey.MovableClock;
import io.latchkey.api.stage.TestKeys;
import io.latchkey.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Even under a right signature: a header with more than it should have, or claims that are no claims, open nothing. */
class SignedJsonFuzzTest extends Fuzzing {

    private static final String ISSUER = "https://latchkey.example";
    private static final String ID = "01890000-0000-7000-8000-000000000001";

    private final JsonMapper json = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private final MovableClock clock = new MovableClock();
    private final ECKey key = TestKeys.signing();
    private final Tokens tokens =
            new Tokens(TestKeys.ring(key), ISSUER, () -> UUID.randomUUID().toString(), clock);

    /** The header, a line end, the claims; KEY stands for the id of the key. */
    @Override
    protected Stream<String> examples() {
        var now = clock.instant().getEpochSecond();
        return Stream.of(
                        "{'alg':'ES256','typ':'at+jwt','kid':'KEY'}",
                        "{'alg':'ES256','typ':'at+jwt','kid':'KEY','zip':'DEF','crit':['exp'],'b64':false}",
                        "{'alg':'ES256','alg':'none','typ':'at+jwt','kid':'KEY'}")
                .map(header -> (header + "\n{'iss':'ISSUER','aud':'ISSUER','sub':'ID','iat':" + now + ",'exp':"
                                + (now + 60) + ",'jti':'ID','client_id':'latchkey','sid':'ID','scope':'account',"
                                + "'acr':'urn:latchkey:aal2','amr':['pwd'],'roles':['support'],'auth_time':" + now
                                + "}")
                        .replace('\'', '"')
                        .replace("ISSUER", ISSUER)
                        .replace("ID", ID));
    }

    @Override
    protected void once(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1).replace("KEY", key.getKeyID());
        var parts = text.split("\n", 2);
        var header = parts[0].getBytes(StandardCharsets.ISO_8859_1);
        var claims = parts[parts.length - 1].getBytes(StandardCharsets.ISO_8859_1);
        try {
            var access = tokens.readAccess(new RawToken(key).of(header, claims));
            assertThat(access.accountId()).isNotNull();
        } catch (TokenRefused refused) {
            return;
        }
        assertThat(json.readTree(header))
                .isEqualTo(json.readTree("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}"));
        JsonNode read = json.readTree(claims);
        assertThat(read.get("iss").stringValue()).isEqualTo(ISSUER);
        assertThat(Arrays.asList(ISSUER, "[" + ISSUER + "]"))
                .contains(
                        read.get("aud").asString("[" + read.path("aud").path(0).asString() + "]"));
        assertThat(read.get("exp").asDouble()).isGreaterThan(clock.instant().getEpochSecond() - 31d);
    }
}
