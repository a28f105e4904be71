package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.value.*;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger may try with any address leaves as much for nobody as for somebody, from the first attempt on (NB-23). */
class DecoysTest {

    private static final int ATTEMPTS = 12;
    private static final PasswordDigest WRONG = new PasswordDigest("v1$wrong");

    private final World world = new World();

    static Stream<Map.Entry<String, Function<AccountId, Object>>> wishes() {
        return Map.<String, Function<AccountId, Object>>of(
                "sign in", id -> new SignIn(id, new SignInId(any()), false, WRONG, "v1$wrong", null),
                "report a loss", id -> new ReportLoss(id, WRONG, Set.of(Lost.DEVICES)),
                "ask for the link of a loss", SendLossLink::new,
                "guess the code of the mailbox", id -> new JudgeMailboxGuess(id, new RecoveryId(any()), false, false),
                "guess the recovery code",
                        id -> new JudgeRecoveryCode(id, new RecoveryId(any()), false, true, someCode()),
                "invite to a group",
                        id -> new ReceiveInvitation(
                                id,
                                new GroupId(any()),
                                new InvitationId(any()),
                                new Label("The Examples"),
                                Instant.parse("2026-12-01T00:00:00Z")),
                "invite to be a contact",
                        id -> new ReceiveContactInvitation(
                                id,
                                new AccountId(any()),
                                new ContactId(any()),
                                "Ann",
                                Instant.parse("2026-12-01T00:00:00Z")))
                .entrySet()
                .stream();
    }

    private static RecoverySecret someCode() {
        return RecoverySecret.of(RecoveryCode.random(new SecureRandom()));
    }

    private static String any() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void every_attempt_leaves_as_many_events(Map.Entry<String, Function<AccountId, Object>> wish) {
        var somebody = Person.verified(world).id;
        assertThat(counts(wish.getValue(), new AccountId(any()))).isEqualTo(counts(wish.getValue(), somebody));
    }

    private List<Integer> counts(Function<AccountId, Object> wish, AccountId id) {
        world.news();
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(i -> {
                    world.send(wish.apply(id));
                    world.clock.pass(Duration.ofSeconds(1));
                    return world.news().size();
                })
                .toList();
    }
}
