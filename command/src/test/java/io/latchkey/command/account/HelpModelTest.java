package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.GroupMemberInvited;
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

/** People of a family ask for anything in any order; the history must always be a legal one. */
class HelpModelTest {

    private static final int STEPS = 150;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(6),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofDays(8));

    private static final AtomicInteger RECOVERED = new AtomicInteger();

    private record Credentials(Password password, SecretKey secretKey) {}

    private final Map<String, Credentials> chosen = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> vetoes = new HashMap<>();
    private final Map<String, String> members = new HashMap<>();
    private final List<RecoveryId> cases = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final HelpHistory history = new HelpHistory();
    private World world;
    private Family family;
    private InvitationId invitation;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_asked_only_who_may_is_helped(long seed) throws NoSuchAlgorithmException {
        var chance = SecureRandom.getInstance("SHA1PRNG");
        chance.setSeed(seed);
        world = new World(false, chance);
        family = new Family(world);
        people.addAll(List.of(family.ann, family.organizer(), family.member(), family.member()));
        invitation = family.lastInvitation();
        cases.add(new RecoveryId(world.newId()));
        look();
        for (int i = 0; i < STEPS; i++) {
            step(chance.nextInt(15));
            look();
        }
        RECOVERED.addAndGet(history.recovered);
    }

    @AfterAll
    static void some_were_helped() {
        assertThat(RECOVERED).hasPositiveValue();
    }

    private void step(int die) {
        var by = any(people);
        var other = any(people);
        var id = any(cases);
        switch (die) {
            case 0, 1 -> begin(by, other);
            case 2, 3 -> choose(id, true);
            case 4 -> choose(id, false);
            case 5, 6 -> world.send(new ApproveMemberRecovery(family.id, Family.by(by.strongAgain()), id));
            case 7, 8 -> complete(by, id);
            case 9 -> help(by, other);
            case 10 -> {
                veto(id, other);
                world.send(new CallOffMemberRecovery(family.id, Family.by(by), id));
            }
            case 11 -> leaveOrGo(by, other);
            case 12 -> world.send(new ChangeGroupRole(family.id, Family.by(by.strongAgain()), other.id, role()));
            case 13 -> comeIn(by, other);
            default -> world.clock.pass(any(PAUSES));
        }
    }

    private void begin(Person by, Person member) {
        var id = new RecoveryId(world.newId());
        world.send(
                new BeginMemberRecovery(family.id, Family.by(by.strongAgain()), member.id, id, new Note("a reason")));
        cases.addFirst(id);
    }

    private void choose(RecoveryId id, boolean withPassword) {
        var link = links.get(id.value());
        if (link != null) {
            var member = person(members.get(id.value()));
            var password = new Password("chosen for " + id);
            var current = withPassword ? member.digest(member.password) : null;
            var wish = new ChooseCredentials(member.id, id, new LinkToken(link), current, member.digest(password));
            if (world.send(wish) instanceof CredentialsChosen made) {
                chosen.put(id.value(), new Credentials(password, new SecretKey(made.secretKey())));
            }
        }
    }

    private void complete(Person by, RecoveryId id) {
        world.send(new CompleteMemberRecovery(family.id, Family.by(by.strongAgain()), id));
    }

    /** All the way in one go, where nothing stands against it. */
    private void help(Person by, Person member) {
        begin(by, member);
        look();
        choose(cases.getFirst(), true);
        world.clock.pass(Family.WINDOW);
        complete(by, cases.getFirst());
    }

    private void veto(RecoveryId id, Person account) {
        var token = vetoes.get(id.value());
        if (token != null) {
            world.send(new VetoAssistance(account.id, id, new LinkToken(token)));
        }
    }

    private void leaveOrGo(Person by, Person other) {
        world.send(
                by == other
                        ? new LeaveGroup(family.id, Family.by(by.strongAgain()))
                        : new RemoveMember(family.id, Family.by(by.strongAgain()), other.id));
    }

    private void comeIn(Person by, Person other) {
        var fresh = new InvitationId(world.newId());
        world.send(new InviteMember(family.id, Family.by(by.strongAgain()), fresh, other.id));
        other.strongAgain();
        world.send(new AcceptInvitation(family.id, Family.by(other), any(List.of(fresh, invitation))));
    }

    private void look() {
        world.messages().forEach(message -> {
            var event = (LatchkeyEvent) message.getPayload();
            history.add(event, message.getTimestamp());
            switch (event) {
                case AssistedRecoveryStarted it -> keep(it);
                case AccountRecovered it -> renew(it);
                case GroupMemberInvited it -> invitation = new InvitationId(it.invitationId());
                default -> {}
            }
        });
    }

    private void keep(AssistedRecoveryStarted event) {
        var id = event.recoveryId();
        var member = person(event.accountId());
        members.put(id, event.accountId());
        links.put(id, member.open("AssistedRecovery/link/" + id, event.sealedLinkToken()));
        vetoes.put(id, member.open("AssistedRecovery/veto/" + id, event.sealedVetoToken()));
    }

    private void renew(AccountRecovered event) {
        var now = chosen.get(event.recoveryId());
        var member = person(event.accountId());
        member.password = now.password;
        member.secretKey = now.secretKey;
    }

    private Person person(String id) {
        return people.stream()
                .filter(one -> one.id.value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private GroupRole role() {
        return any(List.of(GroupRole.values()));
    }

    private <T> T any(List<T> some) {
        return some.get(world.random.nextInt(some.size()));
    }
}
