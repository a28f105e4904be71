package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.Desk;
import io.latchkey.api.stage.Staged;
import io.latchkey.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** A key of 16 to 128 visible characters lets the request through, quoted or bare; all else is malformed. */
@Staged
class IdempotencyKeyFuzzTest extends Fuzzing {

    private static final byte[] BODY = "{\"refreshToken\":\"a.b.c\"}".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private ApplicationContext context;

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
                "8e03978e-40d5-43e8-bc93-6894a57f9324",
                "\"tooshort\"",
                "' or 1=1 -- '; drop table x",
                "x".repeat(129),
                "\"");
    }

    @Override
    protected void once(byte[] input) {
        var key = new String(input, StandardCharsets.ISO_8859_1);
        var answer = new Desk(context)
                .ask(HttpMethod.POST, "/v1/sessions/refresh", BODY, Map.of("Idempotency-Key", key, "User-Agent", key));
        var bare = key.replaceAll("^[ \\t]+|[ \\t]+$", "").replaceFirst("^\"(.*)\"$", "$1");
        var fits = bare.matches("[!-~&&[^\"\\\\]]{16,128}");
        assertThat(answer.status()).isEqualTo(fits ? 401 : 400);
        assertThat(answer.body()).hasSizeLessThan(500);
    }
}
