package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.AccountCommand;
import io.latchkey.command.ActivateRecoveryCode;
import io.latchkey.command.ApproveContactRecovery;
import io.latchkey.command.BackupCodeDigest;
import io.latchkey.command.ChangePassword;
import io.latchkey.command.ChooseCredentials;
import io.latchkey.command.CompleteContactRecovery;
import io.latchkey.command.ConfirmLoss;
import io.latchkey.command.ConfirmTotp;
import io.latchkey.command.DepositRecoveryVerifier;
import io.latchkey.command.FreezeAccount;
import io.latchkey.command.JudgeRecoveryCode;
import io.latchkey.command.Outcome;
import io.latchkey.command.PasswordDigest;
import io.latchkey.command.ProveBackupCode;
import io.latchkey.command.ProveEmailCode;
import io.latchkey.command.ProveMailbox;
import io.latchkey.command.ProveRecoveryCode;
import io.latchkey.command.ProveResetMailbox;
import io.latchkey.command.ProveTotp;
import io.latchkey.command.RecoverAccount;
import io.latchkey.command.RecoveryCommand;
import io.latchkey.command.RecoverySecret;
import io.latchkey.command.Refused;
import io.latchkey.command.RegisterAccount;
import io.latchkey.command.ReplaceCredentials;
import io.latchkey.command.ReportLoss;
import io.latchkey.command.SendEmailCode;
import io.latchkey.command.SignIn;
import io.latchkey.command.StepUpWithBackupCode;
import io.latchkey.command.StepUpWithPassword;
import io.latchkey.command.StepUpWithTotp;
import io.latchkey.command.Throttled;
import io.latchkey.command.VerifyMailbox;
import io.latchkey.command.VetoAssistance;
import io.latchkey.command.VetoReset;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.Factor;
import io.latchkey.value.LinkToken;
import io.latchkey.value.Lost;
import io.latchkey.value.MailedCode;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SignInId;
import io.latchkey.value.TotpCode;
import io.latchkey.value.VoiceCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever guesses gets no more tries by asking elsewhere, more often, in parallel or for longer. */
class GuessingTest {

    private static final Set<Class<?>> SECRETS = Set.of(
            PasswordDigest.class,
            TotpCode.class,
            BackupCodeDigest.class,
            MailedCode.class,
            LinkToken.class,
            RecoverySecret.class,
            CodeVerifier.class,
            VoiceCode.class);

    /** These set a secret, are asked by a recovery, which is in the list below, or stop something by 256 bits and stay open under attack. */
    private static final Set<Class<?>> NO_GUESSES = Set.of(
            RegisterAccount.class,
            ChangePassword.class,
            DepositRecoveryVerifier.class,
            RecoverAccount.class,
            ReplaceCredentials.class,
            JudgeRecoveryCode.class,
            VetoReset.class,
            ConfirmLoss.class,
            FreezeAccount.class,
            VetoAssistance.class,
            CompleteContactRecovery.class);

    private final World world = new World();

    private record Attack(Supplier<Outcome> wrong, Supplier<Outcome> right) {}

    static Stream<Class<?>> whereSecretsAreChecked() {
        return Stream.of(AccountCommand.class, RecoveryCommand.class)
                .flatMap(wishes -> Arrays.stream(wishes.getPermittedSubclasses()))
                .filter(wish ->
                        Arrays.stream(wish.getRecordComponents()).anyMatch(part -> SECRETS.contains(part.getType())))
                .filter(wish -> !NO_GUESSES.contains(wish));
    }

    @ParameterizedTest
    @MethodSource("whereSecretsAreChecked")
    void after_thirty_wrong_guesses_not_even_the_right_one_is_taken(Class<?> wish) {
        assertThat(isRefused(attack(wish).right.get())).isFalse();
        var attack = attack(wish);
        for (int i = 0; i < 30; i++) {
            assertThat(isRefused(attack.wrong.get())).isTrue();
        }
        assertThat(isRefused(attack.right.get())).isTrue();
    }

    /** A signature is not guessed at: a wrong one ends its sign-in and moves no budget. */
    @ParameterizedTest
    @EnumSource(value = Factor.class, mode = EnumSource.Mode.EXCLUDE, names = "DEVICE_KEY")
    void every_factor_is_guessed_at_only_where_guesses_are_counted(Factor factor) {
        var wish = switch (factor) {
            case PASSWORD -> SignIn.class;
            case TOTP -> ProveTotp.class;
            case BACKUP_CODE -> ProveBackupCode.class;
            case EMAIL_CODE -> ProveEmailCode.class;
            case RECOVERY_CODE -> ProveRecoveryCode.class;
            case VOICE_CODE -> ApproveContactRecovery.class;
            case DEVICE_KEY -> throw new IllegalArgumentException("a signature");
        };
        assertThat(whereSecretsAreChecked()).contains(wish);
        var attack = attack(wish);
        for (int i = 0; i < 30; i++) {
            attack.wrong.get();
        }
        assertThat(world.throttled).contains(factor);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 20})
    void the_budget_does_not_grow_with_the_number_of_open_sign_ins(int challenges) {
        var ann = Person.protectedOne(world);
        var open = new ArrayList<SignInId>();
        for (int i = 0; i < challenges; i++) {
            ann.signIn();
            open.add(ann.signIn);
        }
        world.news();
        for (int i = 0; i < 60; i++) {
            world.send(new ProveTotp(ann.id, open.get(i % challenges), ann.wrongCode()));
        }
        assertThat(named("SignInRefused", "WRONG_PROOF")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 20})
    void the_budget_does_not_grow_with_the_number_of_open_recoveries(int challenges) {
        var ann = Person.withRecoveryCode(world);
        var open = new ArrayList<RecoveryId>();
        var wrong = new MailedCode("00000000");
        for (int i = 0; i < challenges; i++) {
            ann.startRecovery();
            open.add(ann.recovery);
        }
        world.news();
        for (int i = 0; i < 60; i++) {
            world.send(new ProveMailbox(open.get(i % challenges), wrong, null));
        }
        assertThat(named("GuessCounted", "EMAIL_CODE")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void thirty_days_of_guessing_codes_succeed_with_less_than_one_in_ten_thousand(int authenticators) {
        var ann = Person.protectedOne(world);
        for (int more = 1; more < authenticators; more++) {
            ann.nextStep();
            ann.signInWithPhone();
            ann.enroll();
            assertThat(isRefused(ann.confirm())).isFalse();
        }
        var end = world.clock.instant().plus(Duration.ofDays(30));
        world.news();
        int guesses = 0;
        while (world.clock.instant().isBefore(end) && guesses < 1_000) {
            ann.signIn();
            var outcome = world.send(new ProveTotp(ann.id, ann.signIn, ann.wrongCode()));
            if (outcome instanceof Throttled throttled) {
                world.clock.pass(Duration.between(world.clock.instant(), throttled.until()));
            } else if (named("SignInRefused", "WRONG_PROOF") > 0) {
                guesses++;
            } else {
                break;
            }
        }
        var each = 2.0 * authenticators / 1_000_000;
        assertThat(1 - Math.pow(1 - each, guesses)).isPositive().isLessThan(1e-4);
    }

    @Test
    void while_a_wait_runs_no_open_sign_in_takes_the_right_code_and_afterwards_the_guessed_at_one_is_dead() {
        var ann = Person.protectedOne(world);
        ann.nextStep();
        ann.signIn();
        var untouched = ann.signIn;
        ann.signIn();
        var guessedAt = ann.signIn;
        for (int i = 0; i < 5; i++) {
            world.send(new ProveTotp(ann.id, guessedAt, ann.wrongCode()));
        }
        assertThat(world.send(new ProveTotp(ann.id, untouched, ann.code()))).isInstanceOf(Throttled.class);
        ann.nextStep();
        assertThat(isRefused(world.send(new ProveTotp(ann.id, guessedAt, ann.code()))))
                .isTrue();
        assertThat(isRefused(world.send(new ProveTotp(ann.id, untouched, ann.code()))))
                .isFalse();
    }

    @Test
    void nothing_that_is_asked_of_a_recovery_carries_a_time_a_policy_or_whether_something_is_proven() {
        assertThat(Arrays.stream(RecoveryCommand.class.getPermittedSubclasses())
                        .flatMap(wish -> Arrays.stream(wish.getRecordComponents())))
                .noneMatch(part -> Set.of(Duration.class, Instant.class).contains(part.getType()))
                .noneMatch(part -> part.getName().matches("(?i).*(polic|proven|verified|expir|wait|level).*"));
    }

    private long named(String event, String part) {
        return world.news().stream()
                .map(LatchkeyEvent::toString)
                .filter(text -> text.startsWith(event) && text.contains(part))
                .count();
    }

    private static boolean isRefused(Outcome outcome) {
        return outcome instanceof Refused || outcome instanceof Throttled;
    }

    /** A fresh account, and the right and a wrong guess at its secret; each guess opens the challenge it needs. */
    private Attack attack(Class<?> wish) {
        if (wish == VerifyMailbox.class) {
            var ann = new Person(world);
            return new Attack(
                    () -> world.send(new VerifyMailbox(ann.id, new MailedCode("00000000"), null)), ann::verifyMailbox);
        }
        if (wish == StepUpWithPassword.class) {
            var ann = Person.verified(world);
            ann.signIn();
            var other = ann.digest(new Password("another password"));
            return new Attack(
                    () -> world.send(new StepUpWithPassword(ann.id, ann.session(), other)),
                    () -> world.send(new StepUpWithPassword(ann.id, ann.session(), ann.digest(ann.password))));
        }
        if (wish == ConfirmTotp.class) {
            var ann = Person.verified(world);
            ann.signIn();
            ann.enroll();
            return new Attack(
                    () -> world.send(
                            new ConfirmTotp(ann.id, ann.session(), ann.phone, ann.wrongCode(), ann.freshBackupCodes())),
                    ann::confirm);
        }
        var ann = Person.withRecoveryCode(world);
        ann.nextStep();
        var session = ann.session();
        var noCode = new BackupCodeDigest(0, "digest of nothing");
        var backupCode = Person.digest(ann.backupCodes.getFirst());
        if (wish == SignIn.class) {
            return new Attack(() -> ann.signIn(new Password("another password"), ann.secretKey), ann::signIn);
        }
        if (wish == ProveTotp.class) {
            return signedIn(
                    ann,
                    () -> new ProveTotp(ann.id, ann.signIn, ann.wrongCode()),
                    () -> new ProveTotp(ann.id, ann.signIn, ann.code()));
        }
        if (wish == ProveBackupCode.class) {
            return signedIn(
                    ann,
                    () -> new ProveBackupCode(ann.id, ann.signIn, noCode),
                    () -> new ProveBackupCode(ann.id, ann.signIn, backupCode));
        }
        if (wish == ProveEmailCode.class) {
            return signedIn(ann, () -> mailed(ann, new MailedCode("00000000")), () -> mailed(ann, null));
        }
        if (wish == StepUpWithTotp.class) {
            return new Attack(
                    () -> world.send(new StepUpWithTotp(ann.id, session, ann.wrongCode())),
                    () -> world.send(new StepUpWithTotp(ann.id, session, ann.code())));
        }
        if (wish == StepUpWithBackupCode.class) {
            return new Attack(
                    () -> world.send(new StepUpWithBackupCode(ann.id, session, noCode)),
                    () -> world.send(new StepUpWithBackupCode(ann.id, session, backupCode)));
        }
        if (wish == ReportLoss.class) {
            var lost = Set.of(Lost.AUTHENTICATORS);
            var other = ann.digest(new Password("another password"));
            return new Attack(
                    () -> world.send(new ReportLoss(ann.id, other, lost)),
                    () -> world.send(new ReportLoss(ann.id, ann.digest(ann.password), lost)));
        }
        var noRecoveryCode = RecoveryCode.random(world.random);
        if (wish == ActivateRecoveryCode.class) {
            ann.generateRecoveryCode();
            return new Attack(
                    () -> world.send(new ActivateRecoveryCode(ann.id, session, noRecoveryCode)),
                    () -> world.send(new ActivateRecoveryCode(ann.id, session, ann.recoveryCode)));
        }
        if (wish == ProveMailbox.class) {
            return recovering(
                    ann,
                    () -> new ProveMailbox(ann.recovery, new MailedCode("00000000"), null),
                    () -> new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
        }
        if (wish == ProveResetMailbox.class) {
            return resetting();
        }
        if (wish == ChooseCredentials.class) {
            return choosing();
        }
        if (wish == ApproveContactRecovery.class) {
            return approving();
        }
        if (wish == ProveRecoveryCode.class) {
            return recovering(ann, () -> mailboxFirst(ann, noRecoveryCode), () -> mailboxFirst(ann, ann.recoveryCode));
        }
        throw new AssertionError(wish + " checks a secret: say here how it is guessed at");
    }

    private Attack choosing() {
        var family = new Family(world);
        var max = family.member();
        family.begin(family.ann, max);
        var wrong = max.digest(new Password("another password"));
        return new Attack(() -> family.choose(max, wrong), () -> family.choose(max));
    }

    /** Each guess in a case of its own, which has tries of its own. */
    private Attack approving() {
        var circle = new Circle(world);
        var bea = circle.contact();
        circle.ripe();
        Family.strong(bea);
        return new Attack(() -> approving(circle, bea, true), () -> approving(circle, bea, false));
    }

    private Outcome approving(Circle circle, Person contact, boolean wrong) {
        circle.ask();
        var typed = wrong ? circle.wrong() : circle.code;
        var wish = new ApproveContactRecovery(circle.ann.id, Circle.by(contact), circle.ann.recovery, typed);
        var outcome = world.send(wish);
        circle.stop(circle.veto());
        return outcome;
    }

    private Attack resetting() {
        var reset = ResetCase.settled(world);
        reset.request();
        return new Attack(
                () -> world.send(new ProveResetMailbox(reset.ann.id, reset.id, new MailedCode("00000000"), null)),
                reset::prove);
    }

    private Attack signedIn(Person ann, Supplier<Object> wrong, Supplier<Object> right) {
        return new Attack(
                () -> {
                    ann.signIn();
                    return world.send(wrong.get());
                },
                () -> {
                    ann.signIn();
                    return world.send(right.get());
                });
    }

    private Attack recovering(Person ann, Supplier<Object> wrong, Supplier<Object> right) {
        return new Attack(
                () -> {
                    ann.startRecovery();
                    return world.send(wrong.get());
                },
                () -> {
                    ann.startRecovery();
                    return world.send(right.get());
                });
    }

    private ProveEmailCode mailed(Person ann, MailedCode guess) {
        world.send(new SendEmailCode(ann.id, ann.signIn));
        return new ProveEmailCode(ann.id, ann.signIn, guess == null ? ann.emailCode() : guess);
    }

    private ProveRecoveryCode mailboxFirst(Person ann, RecoveryCode guess) {
        world.send(new ProveMailbox(ann.recovery, ann.recoveryMail(), null));
        return new ProveRecoveryCode(ann.recovery, guess);
    }
}
