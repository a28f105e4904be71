package io.latchkey.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.query.audit.FindTrail;
import io.latchkey.query.audit.FollowTrail;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.value.Malformed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class TrailQuestionTest {

    private static final String ANN = "01890000-0000-7000-8000-00000000000a";
    private final Hashing hashing = new Hashing(KeyRing.of(
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            "AgECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}"""));

    private TrailQuestion asked(String query) {
        return TrailQuestion.of(parameters(query), hashing);
    }

    private static MultiValueMap<String, String> parameters(String query) {
        return UriComponentsBuilder.fromUriString("/v1/audit/events?" + query)
                .build()
                .getQueryParams();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acount=" + ANN,
                "account=",
                "account=" + ANN + "&account=" + ANN,
                "account=ann",
                "recovery=1",
                "type=Nothing",
                "outcome=refused",
                "reason=BECAUSE",
                "ip=example.org",
                "from=yesterday",
                "from=2026-11-21T12:00:00",
                "from=2026-11-21T12:00:00Z&to=2026-11-21T12:00:00Z",
                "follow=yes",
                "follow=true&to=2026-11-21T12:00:00Z",
                "limit=0",
                "limit=201",
                "limit=ten",
                "limit=99999999999",
                "after=broken",
                "offset=10"
            })
    void what_cannot_be_meant_is_refused(String query) {
        assertThatThrownBy(() -> asked(query).query()).isInstanceOf(Malformed.class);
    }

    @Test
    void without_follow_it_is_bounded() {
        var query = asked("type=SignInRefused&from=2026-11-21T13:00:00%2B01:00".replace("%2B", "+"))
                .query();

        assertThat(query).isInstanceOfSatisfying(FindTrail.class, find -> {
            assertThat(find.limit()).isEqualTo(100);
            assertThat(find.from()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
            assertThat(find.filter().type()).isEqualTo("SignInRefused");
        });
    }

    @Test
    void with_follow_it_never_ends() {
        assertThat(asked("follow=true&limit=200").query()).isInstanceOf(FollowTrail.class);
        assertThat(asked("follow=false").query()).isInstanceOf(FindTrail.class);
    }

    @Test
    void an_address_becomes_a_key_and_is_nowhere_readable() {
        var question = asked("ip=203.0.113.77&account=" + ANN + "&outcome=REFUSED&actor=jane@example.org");

        assertThat(question.filter().clientKey()).isEqualTo(hashing.client("203.0.113.77"));
        assertThat(question.summary())
                .isEqualTo("searched by account, actor, outcome REFUSED, ip")
                .doesNotContain("203", "jane");
        assertThat(question.account()).isEqualTo(ANN);
    }

    @Test
    void links_lead_back_with_the_same_filters_and_no_host() {
        var links = Links.of("/v1/audit/events", parameters("type=SignInRefused&after=old"), "new+cursor")
                .get("Link");

        assertThat(links)
                .containsExactly(
                        "</v1/audit/events?type=SignInRefused&after=old>; rel=\"self\"",
                        "</v1/audit/events?type=SignInRefused&after=new%2Bcursor>; rel=\"next\"");
        assertThat(Links.of("/p", parameters("type=SignInRefused"), null).get("Link"))
                .hasSize(1);
    }
}
