package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.latchkey.api.stage.OnStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublishedKeysTest extends OnStage {

    @Test
    void have_public_members_only_and_the_name_their_thumbprint_gives_them() throws Exception {
        var text = http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var keys = JsonMapper.shared().readTree(text).get("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
            assertThat(key.get("use").asString()).isEqualTo("sig");
            assertThat(key.get("alg").asString()).isEqualTo("ES256");
        });
        for (var key : JWKSet.parse(text).getKeys()) {
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
        }
        var signedWith = SignedJWT.parse(holder()).getHeader().getKeyID();
        assertThat(JWKSet.parse(text).getKeyByKeyId(signedWith)).isNotNull();
    }
}
