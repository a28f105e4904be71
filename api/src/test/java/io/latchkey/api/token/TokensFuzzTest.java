package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.MovableClock;
import io.latchkey.api.stage.TestKeys;
import io.latchkey.command.SessionGrant;
import io.latchkey.event.SessionKind;
import io.latchkey.fuzz.Fuzzing;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each door takes the one token made for it, to the letter, and no mutant of any. */
class TokensFuzzTest extends Fuzzing {

    private static final String ID = "01890000-0000-7000-8000-000000000001";

    private final MovableClock clock = new MovableClock();
    private final Tokens tokens = new Tokens(
            TestKeys.ring(TestKeys.signing(), TestKeys.signing()),
            "https://latchkey.example",
            () -> UUID.randomUUID().toString(),
            clock);
    private final Map<TokenKind, String> made = made();
    private final Map<TokenKind, Function<String, Object>> doors = Map.of(
            TokenKind.ACCESS, tokens::readAccess,
            TokenKind.REFRESH, tokens::readRefresh,
            TokenKind.SIGN_IN, tokens::readSignIn,
            TokenKind.RECOVERY, tokens::readRecovery,
            TokenKind.DEVICE, tokens::readDevice);

    @Override
    protected Stream<String> examples() {
        return Stream.concat(
                made.values().stream(), Stream.of("eyJhbGciOiJub25lIn0.e30.", "a.b.c.d.e", made.values() + ""));
    }

    @Override
    protected void once(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        doors.forEach((kind, door) -> {
            try {
                assertThat(door.apply(text)).isNotNull();
                assertThat(text).isEqualTo(made.get(kind));
            } catch (TokenRefused refused) {
                assertThat(text).isNotEqualTo(made.get(kind));
            }
        });
    }

    private Map<TokenKind, String> made() {
        var ann = new AccountId(ID);
        var soon = clock.instant().plusSeconds(60);
        var session = tokens.session(new SessionGrant(
                ID,
                ID,
                3,
                SessionKind.FULL,
                2,
                List.of(Factor.PASSWORD, Factor.TOTP),
                List.of(Role.SUPPORT),
                clock.instant(),
                soon));
        var each = new EnumMap<TokenKind, String>(TokenKind.class);
        each.put(TokenKind.ACCESS, session.access());
        each.put(TokenKind.REFRESH, session.refresh());
        each.put(TokenKind.SIGN_IN, tokens.signIn(ID, ann, soon));
        each.put(TokenKind.RECOVERY, tokens.recovery(ID, soon));
        each.put(TokenKind.DEVICE, tokens.device(ann, ID));
        return each;
    }
}
