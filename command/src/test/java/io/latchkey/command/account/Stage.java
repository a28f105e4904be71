package io.latchkey.command.account;

import static io.latchkey.command.account.Purse.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.*;
import io.latchkey.command.account.Script.Step;
import io.latchkey.event.*;
import io.latchkey.value.AccountId;
import io.latchkey.value.SecretKey;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two people on one write side; after every step the answer, the state, the replay and the history must be what they have to be. */
final class Stage {

    private final World world;
    private final Replay replay;
    private final History history = new History();
    private final Map<String, Play> people = new HashMap<>();
    private final Map<String, AccountModel> accounts = new HashMap<>();
    private final Map<String, RecoveryModel> recoveries = new HashMap<>();
    private final Map<String, Integer> cells;
    private final Play ann;
    private final Play bob;

    /** Counts in {@code cells} which move met which state. */
    Stage(long seed, Map<String, Integer> cells) {
        this.cells = cells;
        boolean rotates = seed % 3 == 0;
        var cache = new Replay.LivingOn();
        world = new World(rotates, chance(seed), cache);
        replay = new Replay(world);
        ann = new Play(world);
        bob = new Play(world);
        ann.meets(bob);
        bob.meets(ann);
        var addresses = new TreeMap<String, String>();
        for (var person : List.of(ann, bob)) {
            people.put(person.id.value(), person);
            accounts.put(person.id.value(), new AccountModel(person.id.value(), addresses, rotates));
        }
    }

    static void play(Script script, Map<String, Integer> cells) {
        var stage = new Stage(script.seed(), cells);
        script.steps().forEach(stage::step);
    }

    void step(Step step) {
        world.clock.pass(step.before());
        var person = step.ann() ? ann : bob;
        var wish = person.wish(step);
        cells.merge(state(person, wish) + " " + step.move(), 1, Integer::sum);
        var outcome = world.send(wish);
        var messages = world.messages();
        messages.forEach(replay::add);
        var news = messages.stream()
                .map(message -> (LatchkeyEvent) message.getPayload())
                .toList();
        var answer = answer(person, outcome, news);
        var expected = expected(wish, answer);
        assertThat(Answer.shown(outcome)).as("%s", step).isEqualTo(expected);
        person.learn(wish, answer);
        history.add(news, world.clock.instant());
        var id = target(wish);
        if (recoveries.containsKey(id)) {
            replay.recovery(id);
            id = recoveries.get(id).accountId;
        }
        if (accounts.containsKey(id)) {
            State.check(replay.account(id), accounts.get(id), world.clock.instant());
        }
    }

    private String expected(Object wish, Answer answer) {
        var now = world.clock.instant();
        return switch (wish) {
            case StartRecovery start
            when !recoveries.containsKey(start.recoveryId().value()) -> {
                var account = start.accountId().value();
                recoveries.put(
                        start.recoveryId().value(),
                        new RecoveryModel(account, accounts.get(account), start.known(), answer, now));
                yield "RecoveryBegun until " + now.plusSeconds(1800);
            }
            case RecoveryCommand about -> {
                var recovery = recoveries.get(target(about));
                yield recovery == null ? "Refused NOT_FOUND" : recovery.decide(about, now, answer);
            }
            case AccountCommand about -> {
                var account = accounts.get(target(about));
                boolean opens = about instanceof RegisterAccount || about instanceof SignIn;
                yield account.opened || account.held || opens
                        ? account.decide(about, now, answer)
                        : "Refused NOT_FOUND";
            }
            default -> throw new IllegalArgumentException(wish.getClass().getName());
        };
    }

    /** Reads the mail that the step sent and hands it to its receiver. */
    private Answer answer(Play person, Outcome outcome, List<LatchkeyEvent> news) {
        var code = "";
        var link = "";
        for (var event : news) {
            switch (event) {
                case MailboxCodeIssued mail -> {
                    code = open("MailboxCodeIssued/code/" + person.id, mail.sealedCode());
                    link = open("MailboxCodeIssued/link/" + person.id, mail.sealedLinkToken());
                    person.purse.keep(MAILBOX_CODE, code);
                    person.purse.keep(MAILBOX_LINK, link);
                }
                case EmailCodeIssued mail -> {
                    code = open("EmailCodeIssued/code/" + person.id, mail.sealedCode());
                    person.purse.keep(EMAIL_CODE, code);
                }
                case RecoveryStarted mail -> {
                    code = open("RecoveryStarted/code/" + mail.recoveryId(), mail.sealedCode());
                    link = open("RecoveryStarted/link/" + mail.recoveryId(), mail.sealedLinkToken());
                    person.purse.keep(RECOVERY_MAIL, code);
                    person.purse.keep(RECOVERY_LINK, link);
                }
                case SecondFactorResetStarted mail -> {
                    code = open(reset("code", mail.recoveryId(), person), mail.sealedCode());
                    link = open(reset("link", mail.recoveryId(), person), mail.sealedLinkToken());
                    person.purse.keep(RESET, mail.recoveryId());
                    person.purse.keep(RESET_MAIL, code);
                    person.purse.keep(RESET_LINK, link);
                }
                case SecondFactorResetScheduled mail -> {
                    link = open(reset("veto", mail.recoveryId(), person), mail.sealedVetoToken());
                    person.purse.keep(VETO, link);
                }
                default -> {}
            }
        }
        return new Answer(
                outcome,
                code,
                link,
                key -> world.hashing.secretKey(new AccountId(person.id.value()), new SecretKey(key)));
    }

    private static String reset(String what, String id, Play person) {
        return "SecondFactorReset/" + what + "/" + id + "/" + person.id;
    }

    private String open(String context, String sealed) {
        return world.sealer.open(context, sealed).orElseThrow();
    }

    private String state(Play person, Object wish) {
        if (wish instanceof RecoveryCommand) {
            var recovery = recoveries.get(target(wish));
            return recovery == null ? "NO_RECOVERY" : recovery.phase(world.clock.instant());
        }
        var account = accounts.get(person.id.value());
        return ofReset(wish) ? account.resetPhase(world.clock.instant()) : account.phase();
    }

    private static boolean ofReset(Object wish) {
        return switch (wish) {
            case RequestReset ignored -> true;
            case ProveResetMailbox ignored -> true;
            case VetoReset ignored -> true;
            case CancelReset ignored -> true;
            case HurryReset ignored -> true;
            case AdvanceReset ignored -> true;
            default -> false;
        };
    }

    /** Every message names its aggregate first. */
    private static String target(Object wish) {
        try {
            return String.valueOf(
                    wish.getClass().getRecordComponents()[0].getAccessor().invoke(wish));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** Repeats itself from its seed. */
    private static SecureRandom chance(long seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
