package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.EventClock;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.CreateGroup;
import io.latchkey.command.Decided;
import io.latchkey.command.GroupCommand;
import io.latchkey.command.JudgeMailboxGuess;
import io.latchkey.command.JudgeRecoveryCode;
import io.latchkey.command.PasswordDigest;
import io.latchkey.command.ReceiveContactInvitation;
import io.latchkey.command.ReceiveInvitation;
import io.latchkey.command.RecoveryCommand;
import io.latchkey.command.Refused;
import io.latchkey.command.RegisterAccount;
import io.latchkey.command.ReportLoss;
import io.latchkey.command.SendLossLink;
import io.latchkey.command.SignIn;
import io.latchkey.command.StartRecovery;
import io.latchkey.event.Reason;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.PersonName;
import io.latchkey.value.RecoveryId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Accounts and recoveries are kept in one store: a wish about an id of the other kind finds nobody there. */
@SpringBootTest(
        classes = ForeignIdTest.Node.class,
        properties = {"spring.config.import=classpath:latchkey-axon.yaml", "latchkey.data=target/store"})
@DirtiesContext
@ResourceLock(EventClock.OF_ALL)
class ForeignIdTest {

    /** What opens a stream takes its id from the service, never from a client. */
    private static final Set<Class<?>> OPENING = Set.of(
            RegisterAccount.class,
            SignIn.class,
            ReportLoss.class,
            SendLossLink.class,
            JudgeMailboxGuess.class,
            JudgeRecoveryCode.class,
            StartRecovery.class,
            ReceiveInvitation.class,
            ReceiveContactInvitation.class,
            CreateGroup.class);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, CommandConfiguration.class})
    static class Node {}

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    private final String account = UUID.randomUUID().toString();
    private final String recovery = UUID.randomUUID().toString();
    private List<String> history;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.give(TestPostgres.emptyDatabase(), properties);
    }

    @BeforeEach
    void open() {
        send(register(account));
        send(start(recovery));
        history = history();
    }

    static Stream<Class<?>> wishes() {
        return Stream.of(AccountCommand.class, RecoveryCommand.class, GroupCommand.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .filter(wish -> !OPENING.contains(wish));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void is_an_id_that_nobody_has(Class<?> wish) throws Exception {
        var foreign = AccountCommand.class.isAssignableFrom(wish) ? recovery : account;

        assertThat(send(wish(wish, foreign))).isEqualTo(new Decided(new Refused(Reason.NOT_FOUND), List.of()));
        assertThat(send(wish(wish, UUID.randomUUID().toString())))
                .isEqualTo(new Decided(new Refused(Reason.NOT_FOUND), List.of()));
        assertThat(history()).isEqualTo(history);
    }

    @Test
    void nothing_is_opened_where_there_is_something_of_the_other_kind() {
        assertThatThrownBy(() -> send(register(recovery))).matches(ConflictRetry::isConflict);
        assertThatThrownBy(() -> send(start(account))).matches(ConflictRetry::isConflict);
        assertThat(history()).isEqualTo(history);
    }

    private List<String> history() {
        return Stream.of(account, recovery)
                .flatMap(id -> events.readEvents(id).asStream())
                .map(event -> event.getType() + " " + event.getSequenceNumber() + " " + event.getPayloadType())
                .toList();
    }

    private Object send(Object wish) {
        return commands.send(wish).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static RegisterAccount register(String id) {
        return new RegisterAccount(
                new AccountId(id),
                new EmailAddress(id + "@example.org"),
                new PersonName("Ann"),
                new PasswordDigest("digest"));
    }

    private static StartRecovery start(String id) {
        return new StartRecovery(
                new RecoveryId(id), new AccountId(UUID.randomUUID().toString()), false, false);
    }

    /** Nobody looks at more than the id of it. */
    private static Object wish(Class<?> type, String id) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var values = new Object[parts.length];
        for (int i = 1; i < parts.length; i++) {
            values[i] = nothing(parts[i].getType());
        }
        values[0] = parts[0].getType().getConstructor(String.class).newInstance(id);
        return type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(values);
    }

    private static Object nothing(Class<?> type) {
        return type == int.class ? Integer.valueOf(0) : type == boolean.class ? Boolean.FALSE : null;
    }
}
