package io.latchkey.api.token;

import io.latchkey.secret.KeyRing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public halves of the signing keys (RFC 7517). */
@RestController
@Tag(name = "Keys")
class JwksController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Map<String, Object> published;

    JwksController(KeyRing keys) {
        published = keys.published().toJSONObject(true);
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = "application/json")
    @Operation(
            operationId = "getKeys",
            summary = "Keys that verify the tokens",
            description =
                    "Public members only; kid is the RFC 7638 thumbprint. The newest key signs, all of them verify.")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(published);
    }
}
