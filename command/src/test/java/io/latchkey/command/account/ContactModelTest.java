package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.ContactNamed;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.value.*;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A holder, contacts and a stranger ask for anything in any order; the history must always be a legal one. */
class ContactModelTest {

    private static final int STEPS = 150;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(4), Duration.ofDays(8));

    private static final AtomicInteger RECOVERED = new AtomicInteger();

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> vetoes = new HashMap<>();
    private final List<RecoveryId> cases = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final ContactHistory history = new ContactHistory();
    private String typed = "";
    private World world;
    private Circle circle;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_asked_only_who_proved_everything_comes_back(long seed) throws NoSuchAlgorithmException {
        var chance = SecureRandom.getInstance("SHA1PRNG");
        chance.setSeed(seed);
        world = new World(false, chance);
        circle = new Circle(world);
        people.addAll(List.of(circle.ann, circle.contact(), circle.contact(), circle.ripe(), Family.someone(world)));
        cases.add(new RecoveryId(world.newId()));
        look();
        for (int i = 0; i < STEPS; i++) {
            step(chance.nextInt(16));
            look();
        }
        RECOVERED.addAndGet(history.recovered);
    }

    @AfterAll
    static void some_came_back() {
        assertThat(RECOVERED).hasPositiveValue();
    }

    private void step(int die) {
        var by = any(people);
        var id = world.random.nextBoolean() ? cases.getFirst() : any(cases);
        switch (die) {
            case 0, 1 -> ask(true);
            case 2 -> ask(false);
            case 3, 4, 5 -> approve(by, id, codes.getOrDefault(id.value(), "000000"));
            case 6 -> approve(by, id, codes.getOrDefault(any(cases).value(), "000000"));
            case 7, 8 -> complete(id);
            case 9 -> comeBack();
            case 10 -> veto(id);
            case 11 -> by.strongAgain();
            case 12 -> comeIn(by);
            case 13 -> go(by);
            default -> world.clock.pass(any(PAUSES));
        }
    }

    private void ask(boolean withMailbox) {
        circle.ann.startRecovery();
        cases.addFirst(circle.ann.recovery);
        if (withMailbox) {
            world.send(new ProveMailbox(circle.ann.recovery, circle.ann.recoveryMail(), null));
        }
        world.send(new AskContacts(circle.ann.recovery));
    }

    private void approve(Person by, RecoveryId id, String code) {
        typed = code;
        by.strongAgain();
        world.send(new ApproveContactRecovery(circle.ann.id, Circle.by(by), id, new VoiceCode(code)));
        look();
    }

    private void complete(RecoveryId id) {
        var password = new Password("chosen for " + id);
        var wish = new CompleteContactRecovery(circle.ann.id, id, circle.ann.digest(password));
        if (world.send(wish) instanceof Recovered made) {
            circle.ann.password = password;
            circle.ann.secretKey = new SecretKey(made.secretKey());
        }
    }

    /** All the way in one go, unless somebody goes or the end comes too early. */
    private void comeBack() {
        ask(true);
        look();
        var id = cases.getFirst();
        people.subList(1, people.size()).forEach(one -> approve(one, id, codes.getOrDefault(id.value(), "000000")));
        approve(any(people), id, codes.getOrDefault(id.value(), "000000"));
        if (world.random.nextInt(3) == 0) {
            leave(any(people));
        }
        world.clock.pass(world.random.nextInt(3) == 0 ? Duration.ofHours(1) : Circle.WINDOW);
        complete(id);
    }

    private void veto(RecoveryId id) {
        var token = vetoes.get(id.value());
        if (token != null) {
            world.send(new VetoAssistance(circle.ann.id, id, new LinkToken(token)));
        }
    }

    private void comeIn(Person other) {
        var contact = new ContactId(world.newId());
        var ann = circle.ann.strongAgain();
        world.send(new NameContact(ann.id, ann.session(), contact, other.id, new Label("a friend")));
        world.send(new AcceptContact(ann.id, Circle.by(other.strongAgain()), contact));
    }

    private void go(Person other) {
        if (world.random.nextBoolean()) {
            leave(other);
        } else if (wasNamed(other)) {
            var ann = circle.ann.strongAgain();
            world.send(new RemoveContact(ann.id, ann.session(), circle.idOf(other)));
        }
    }

    private void leave(Person other) {
        if (wasNamed(other)) {
            world.send(new LeaveContact(circle.ann.id, Circle.by(other.strongAgain()), circle.idOf(other)));
        }
    }

    private boolean wasNamed(Person other) {
        return world.all()
                .anyMatch(event -> event instanceof ContactNamed named
                        && named.contactAccountId().equals(other.id.value()));
    }

    private void look() {
        world.messages().forEach(message -> {
            var event = (LatchkeyEvent) message.getPayload();
            history.add(event, message.getTimestamp());
            switch (event) {
                case ContactRecoveryStarted it -> keep(it);
                case ContactRecoveryApproved it ->
                    assertThat(typed).as("the code of this very case").isEqualTo(codes.get(it.recoveryId()));
                default -> {}
            }
        });
    }

    private void keep(ContactRecoveryStarted event) {
        var id = event.recoveryId();
        codes.put(id, circle.ann.open("ContactRecovery/code/" + id, event.sealedCode()));
        vetoes.put(id, circle.ann.open("AssistedRecovery/veto/" + id, event.sealedVetoToken()));
    }

    private <T> T any(List<T> some) {
        return some.get(world.random.nextInt(some.size()));
    }
}
