package io.latchkey.value;

import static io.latchkey.value.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {
    private static final String ID = "01890000-0000-7000-8000-00000000000a";

    static Stream<Named<Function<String, Record>>> identifiers() {
        return Stream.of(
                Named.of("account id", AccountId::new),
                Named.of("recovery id", RecoveryId::new),
                Named.of("sign-in id", SignInId::new),
                Named.of("session id", SessionId::new),
                Named.of("device id", DeviceId::new),
                Named.of("authenticator id", AuthenticatorId::new),
                Named.of("group id", GroupId::new),
                Named.of("invitation id", InvitationId::new),
                Named.of("notice id", NoticeId::new),
                Named.of("contact id", ContactId::new));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void anything_but_a_canonical_uuid_is_refused(Function<String, Record> identifier) {
        Stream.of(
                        null,
                        "",
                        "1",
                        ID.toUpperCase(Locale.ROOT),
                        " " + ID,
                        ID + "\n",
                        ID.replace("-", ""),
                        ID + "0",
                        ID.replace('a', 'g'))
                .forEach(typed -> refused(identifier, typed));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void a_canonical_uuid_is_kept(Function<String, Record> identifier) {
        assertThat(identifier.apply(ID)).asString().contains(ID);
        assertThat(identifier.apply(ID)).isEqualTo(identifier.apply(ID));
    }
}
