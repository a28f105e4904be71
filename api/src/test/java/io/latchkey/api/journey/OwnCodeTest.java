package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example client of docs/zero-knowledge.md against the service: the server never sees the code. */
class OwnCodeTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODw";

    private final Client client = Running.CLIENT;
    private final String service = client.service.toString();

    @Test
    void a_wrapped_key_comes_back_to_whoever_has_the_code_and_the_mailbox() throws Exception {
        var ann = Holder.protectedOne(client);
        var code = example("code");
        var verifier = example("verifier", service, code);
        var wrapped = example("wrap", service, code, KEY);
        var deposit = Map.of("verifier", verifier, "wrappedKey", wrapped);
        client.post("/v1/account/recovery-code/verifier", ann.access, deposit).expect(204);
        client.post("/v1/account/recovery-code/confirm", ann.access, Map.of("verifier", verifier))
                .expect(204);

        var begun = ann.startRecovery();
        complete(begun).expect(409);
        prove(begun, Map.of("kind", "recovery_code", "verifier", verifier)).expect(200);
        complete(begun).expect(409);
        prove(begun, Map.of("kind", "mailbox", "code", client.mailedCode(ann.email, "mailbox proof")))
                .expect(200);
        var back = complete(begun).expect(200);

        assertThat(example("unwrap", service, code, back.text("wrappedKey"))).isEqualTo(KEY);
        assertThat(back.text("secretKey")).startsWith("SKU1-");
        assertThat(back.body().hasNonNull("recoveryCode")).isFalse();
    }

    @Test
    void a_wrong_verifier_looks_like_a_wrong_code_and_both_at_once_are_malformed() {
        var ann = Holder.protectedOne(client);
        var begun = ann.startRecovery();
        var verifier = "Zm9yIGEgdmVyaWZpZXIgdGhpcyBpcyBhbiBleGFtcGw";
        var wrongCode = "RCU1-0000-0000-0000-0000-0000-0000-0000";
        var wrong = prove(begun, Map.of("kind", "recovery_code", "verifier", verifier))
                .expect(400);
        var alike =
                prove(begun, Map.of("kind", "recovery_code", "code", wrongCode)).expect(400);
        assertThat(wrong.text("type")).isEqualTo(alike.text("type")).contains("invalid-or-expired-proof");
        for (var body : List.of(
                Map.of("kind", "recovery_code", "verifier", verifier, "code", wrongCode),
                Map.of("kind", "recovery_code", "verifier", "short"),
                Map.of("kind", "mailbox", "verifier", verifier),
                Map.of("kind", "recovery_code"))) {
            assertThat(prove(begun, body).expect(400).text("type")).contains("malformed-request");
        }
        for (var body : List.of(
                Map.of("verifier", verifier),
                Map.of("verifier", "short", "wrappedKey", "AAAA"),
                Map.of("verifier", verifier, "wrappedKey", "A".repeat(1025)),
                Map.of("verifier", verifier, "wrappedKey", "not base64url"))) {
            client.post("/v1/account/recovery-code/verifier", ann.access, body).expect(400);
        }
    }

    @Test
    void the_test_vectors_are_what_the_example_gives() throws Exception {
        var vectors = Files.readString(DOCS.resolve("zero-knowledge.md"));
        var code = vector(vectors, "code");
        assertThat(example("verifier", vector(vectors, "service"), code)).isEqualTo(vector(vectors, "verifier"));
        assertThat(example("unwrap", vector(vectors, "service"), code, vector(vectors, "wrapped")))
                .isEqualTo(vector(vectors, "key"));
    }

    private Answer prove(Answer begun, Map<String, String> body) {
        return client.post("/v1/recoveries/" + begun.text("recoveryId") + "/proofs", begun.text("handle"), body);
    }

    private Answer complete(Answer begun) {
        return client.post(
                "/v1/recoveries/" + begun.text("recoveryId") + "/complete",
                begun.text("handle"),
                Map.of("password", "a new and better one"));
    }

    private static String vector(String page, String name) {
        var row = Pattern.compile("(?m)^\\| " + name + " \\| `([^`]+)` \\|$").matcher(page);
        assertThat(row.find()).as(name).isTrue();
        return row.group(1);
    }

    private static String example(String... words) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, DOCS.resolve("zero-knowledge/OwnCode.java").toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
