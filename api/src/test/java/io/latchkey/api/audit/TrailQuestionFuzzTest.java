package io.latchkey.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.TestKeys;
import io.latchkey.fuzz.Fuzzing;
import io.latchkey.secret.Hashing;
import io.latchkey.value.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;

/** Query parameters make a question the database can be asked, or they are Malformed. */
class TrailQuestionFuzzTest extends Fuzzing {

    private final Hashing hashing = new Hashing(TestKeys.ring(TestKeys.signing()));

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "account=01890000-0000-7000-8000-000000000001&type=SignInRefused&limit=200",
                "ip=2001:db8::1&from=2026-11-21T12:00:00Z&to=2026-11-22T12:00:00+01:00",
                "ip=192.0.2.1&outcome=refused&reason=WRONG_PROOF&actor=anonymous",
                "follow=true&after=ZjE6MA&correlation=x&limit=1",
                "from=-999999999-01-01T00:00:00+18:00&to=+999999999-12-31T23:59:59-18:00");
    }

    @Override
    protected void once(byte[] input) {
        var given = new LinkedMultiValueMap<String, String>();
        for (var pair : new String(input, StandardCharsets.UTF_8).split("&", -1)) {
            var equals = pair.indexOf('=');
            given.add(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? null : pair.substring(equals + 1));
        }
        try {
            var question = TrailQuestion.of(given, hashing);
            assertThat(question.query().toString()).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
            assertThat(question.parameters().instant("from"))
                    .satisfiesAnyOf(
                            from -> assertThat(from).isNull(),
                            from -> assertThat(from).isBetween("0000-12-31T00:00:00Z", "+10000-01-02T00:00:00Z"));
            assertThat(question.summary()).hasSizeLessThan(1_000).doesNotContain("\r", "\n", "\0");
            assertThat(Links.of("/v1/audit/events", given, "next").toString()).doesNotContain("\r", "\n");
        } catch (Malformed refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(300);
        }
    }
}
