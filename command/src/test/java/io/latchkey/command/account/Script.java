package io.latchkey.command.account;

import static io.latchkey.command.account.Script.Move.*;
import static io.latchkey.command.account.Script.Proof.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run as data: the same script does the same, and any part of one is a script too. */
record Script(long seed, List<Step> steps) {

    enum Move {
        REGISTER,
        VERIFY_MAILBOX,
        RESEND,
        SIGN_IN,
        PROVE_TOTP,
        PROVE_BACKUP_CODE,
        SEND_EMAIL_CODE,
        PROVE_EMAIL_CODE,
        REFRESH,
        END_SESSION,
        END_OTHERS,
        STEP_UP_TOTP,
        STEP_UP_BACKUP_CODE,
        STEP_UP_PASSWORD,
        ENROLL,
        CONFIRM,
        RENAME,
        REMOVE,
        GENERATE_BACKUP_CODES,
        ACKNOWLEDGE,
        GENERATE_RECOVERY_CODE,
        ACTIVATE,
        REVOKE,
        MAKE_KIT,
        TRUST,
        FORGET,
        BIND,
        RENAME_DEVICE,
        RESET,
        REPLACE,
        CHANGE_PASSWORD,
        ERASE,
        REQUEST_RESET,
        PROVE_RESET,
        VETO_RESET,
        CANCEL_RESET,
        HURRY_RESET,
        ADVANCE_RESET,
        START,
        PROVE_MAILBOX,
        PROVE_RECOVERY_CODE,
        RECOVER,
        CANCEL,
        EXPIRE;

        boolean ofRecovery() {
            return compareTo(START) >= 0;
        }
    }

    enum Proof {
        RIGHT,
        WRONG,
        OLD,
        OTHERS
    }

    record Step(Move move, Proof proof, boolean ann, int pick, Duration before) {
        @Override
        public String toString() {
            return "after %s %s: %s %s (%d)".formatted(before, ann ? "ann" : "bob", move, proof, pick);
        }
    }

    private static final Move[] MOVES = Move.values();

    /** So many moves in turn meet every beginning, that none is left to chance. */
    private static final int SWEEP = 12;

    /** A pick with which a step is about the newest of what there is, not about what another person has. */
    private static final int OF_THE_NEWEST = 1;

    private static final Proof[] PROOFS = {RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, WRONG, WRONG, OLD, OLD, OTHERS};
    private static final long[] SECONDS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 29, 30, 30, 30, 31, 59, 60, 60, 61, 120, 240, 299, 300, 301, 600, 900,
        1800, 3600
    };
    private static final long[] HOURS = {0, 0, 0, 1, 23, 24, 47, 71, 72, 72, 72, 73};
    private static final Move[] WAY = {
        REGISTER,
        VERIFY_MAILBOX,
        SIGN_IN,
        ENROLL,
        CONFIRM,
        GENERATE_RECOVERY_CODE,
        ACTIVATE,
        START,
        PROVE_MAILBOX,
        PROVE_RECOVERY_CODE,
        RECOVER
    };
    private static final List<Move[]> BEGINNINGS = List.of(
            new Move[0],
            new Move[] {SIGN_IN},
            Arrays.copyOf(WAY, 1),
            Arrays.copyOf(WAY, 3),
            Arrays.copyOf(WAY, 5),
            Arrays.copyOf(WAY, 5),
            Arrays.copyOf(WAY, 7),
            WAY,
            new Move[] {REGISTER, SIGN_IN, ERASE});
    private static final List<Move[]> HABITS = List.of(
            new Move[] {SIGN_IN, PROVE_TOTP},
            new Move[] {SIGN_IN, PROVE_TOTP, TRUST, SIGN_IN, PROVE_TOTP, FORGET},
            new Move[] {SIGN_IN, PROVE_BACKUP_CODE, PROVE_BACKUP_CODE},
            new Move[] {SIGN_IN, SEND_EMAIL_CODE, PROVE_EMAIL_CODE, ENROLL, CONFIRM},
            new Move[] {STEP_UP_TOTP, GENERATE_RECOVERY_CODE, ACTIVATE},
            new Move[] {STEP_UP_TOTP, GENERATE_RECOVERY_CODE, MAKE_KIT, ACTIVATE, MAKE_KIT},
            new Move[] {STEP_UP_TOTP, GENERATE_BACKUP_CODES, ACKNOWLEDGE},
            new Move[] {SIGN_IN, ENROLL, CONFIRM},
            new Move[] {SIGN_IN, PROVE_TOTP, BIND, SIGN_IN, RESET, ENROLL, CONFIRM},
            new Move[] {SIGN_IN, PROVE_TOTP, BIND, RENAME_DEVICE, SIGN_IN, PROVE_TOTP, REPLACE, REPLACE},
            new Move[] {START, PROVE_MAILBOX, PROVE_RECOVERY_CODE, RECOVER},
            new Move[] {START, PROVE_RECOVERY_CODE, PROVE_MAILBOX, RECOVER, RECOVER},
            new Move[] {START, PROVE_MAILBOX, CANCEL, EXPIRE},
            new Move[] {START, PROVE_MAILBOX, PROVE_RECOVERY_CODE},
            WAY);
    private static final Move[] GUESSED = {
        SIGN_IN,
        PROVE_TOTP,
        PROVE_BACKUP_CODE,
        PROVE_EMAIL_CODE,
        STEP_UP_TOTP,
        STEP_UP_PASSWORD,
        VERIFY_MAILBOX,
        PROVE_MAILBOX,
        PROVE_RECOVERY_CODE,
        ACTIVATE,
        MAKE_KIT,
        CONFIRM,
        RESET
    };

    static Script random(long seed, int length) {
        var dice = new Random(seed);
        var steps = new ArrayList<Step>();
        int beginningOfOnesOwn = dice.nextInt(20);
        if (beginningOfOnesOwn == 0) {
            exhaust(dice, steps);
        } else if (beginningOfOnesOwn <= 3) {
            resets(dice, steps);
        } else {
            var beginning = BEGINNINGS.get(dice.nextInt(BEGINNINGS.size()));
            follow(beginning, beginning.length, true, dice, steps);
        }
        for (int i = 0; i < SWEEP; i++) {
            var move = MOVES[Math.floorMod(seed * SWEEP + i, MOVES.length)];
            steps.add(step(move, PROOFS[dice.nextInt(PROOFS.length)], true, dice));
        }
        while (steps.size() < length) {
            boolean ann = dice.nextInt(6) > 0;
            switch (dice.nextInt(12)) {
                case 0, 1 -> {
                    var habit = HABITS.get(dice.nextInt(HABITS.size()));
                    follow(habit, 1 + dice.nextInt(habit.length), ann, dice, steps);
                }
                case 2 -> guess(GUESSED[dice.nextInt(GUESSED.length)], ann, dice, steps);
                case 3, 4 -> recover(ann, dice, steps);
                default -> steps.add(step(move(dice), PROOFS[dice.nextInt(PROOFS.length)], ann, dice));
            }
        }
        return new Script(seed, List.copyOf(steps.subList(0, length)));
    }

    private static Move move(Random dice) {
        return MOVES[dice.nextInt(MOVES.length)];
    }

    private static void follow(Move[] way, int length, boolean ann, Random dice, List<Step> steps) {
        for (int i = 0; i < length; i++) {
            steps.add(new Step(way[i], RIGHT, ann, dice.nextInt(1000), pause(way, i)));
        }
    }

    /** The key of a device counts after a week. */
    private static Duration pause(Move[] way, int at) {
        boolean bound = way[at] == SIGN_IN && Arrays.asList(way).subList(0, at).contains(BIND);
        return bound ? Duration.ofDays(8) : Duration.ofSeconds(at == 0 ? 30 : 5);
    }

    private static void guess(Move move, boolean ann, Random dice, List<Step> steps) {
        for (int i = 0; i < 4 + dice.nextInt(6); i++) {
            steps.add(new Step(move, WRONG, ann, dice.nextInt(1000), Duration.ZERO));
        }
        steps.add(step(move, RIGHT, ann, dice));
    }

    /** Some way into a recovery, or into none any more, and then whatever. */
    private static void recover(boolean ann, Random dice, List<Step> steps) {
        var proofs = new Move[][] {
            {START}, {START, PROVE_MAILBOX}, {START, PROVE_RECOVERY_CODE}, {START, PROVE_MAILBOX, PROVE_RECOVERY_CODE}
        };
        var way = proofs[dice.nextInt(proofs.length)];
        follow(way, way.length, ann, dice, steps);
        for (int i = 0; way.length == 1 && i < 5; i++) {
            steps.add(new Step(PROVE_RECOVERY_CODE, WRONG, ann, dice.nextInt(1000), Duration.ZERO));
        }
        for (int i = 0; i < 4; i++) {
            var move = MOVES[START.ordinal() + dice.nextInt(MOVES.length - START.ordinal())];
            steps.add(new Step(
                    move, PROOFS[dice.nextInt(PROOFS.length)], ann, dice.nextInt(1000), Duration.ofSeconds(1)));
        }
    }

    /** One after the other, each for an account that has an authenticator again. */
    private static void resets(Random dice, List<Step> steps) {
        follow(WAY, 5, true, dice, steps);
        for (int i = 0; i < 4; i++) {
            follow(new Move[] {SIGN_IN, ENROLL, CONFIRM}, 3, true, dice, steps);
            reset(dice, steps);
        }
    }

    /** Some way into a reset, at times after its end, and then whatever is asked of one. */
    private static void reset(Random dice, List<Step> steps) {
        var way = new Move[] {SIGN_IN, REQUEST_RESET, PROVE_RESET, ADVANCE_RESET};
        int length = 1 + dice.nextInt(way.length);
        for (int i = 0; i < length; i++) {
            var before = i == 0 ? Duration.ofDays((1 + dice.nextInt(2)) * 4L) : Duration.ofSeconds(5);
            steps.add(new Step(way[i], RIGHT, true, dice.nextInt(1000), before));
        }
        for (int i = 0; i < 5; i++) {
            var move = MOVES[REQUEST_RESET.ordinal() + dice.nextInt(6)];
            var before = Duration.ofHours(HOURS[dice.nextInt(HOURS.length)]);
            steps.add(new Step(move, PROOFS[dice.nextInt(PROOFS.length)], true, dice.nextInt(1000), before));
        }
    }

    /** Fifty wrong codes, each after the longest wait. */
    private static void exhaust(Random dice, List<Step> steps) {
        boolean mailed = dice.nextBoolean();
        follow(WAY, mailed ? 2 : 5, true, dice, steps);
        for (int i = 0; i < 50; i++) {
            var wait = Duration.ofHours(i < 5 ? 0 : 1);
            if (mailed && (i == 0 || i >= 5)) {
                steps.add(new Step(START, RIGHT, true, dice.nextInt(1000), wait));
                wait = Duration.ZERO;
            }
            steps.add(new Step(mailed ? PROVE_MAILBOX : STEP_UP_TOTP, WRONG, true, OF_THE_NEWEST, wait));
        }
    }

    private static Step step(Move move, Proof proof, boolean ann, Random dice) {
        int pick = dice.nextInt(1000);
        return new Step(move, proof, ann, pick, Duration.ofSeconds(SECONDS[dice.nextInt(SECONDS.length)]));
    }

    /** Leaves out whatever the failure does not need, large parts first. */
    Script shrunk(Predicate<Script> fails) {
        var smallest = this;
        for (int size = steps.size() / 2; size > 0; size /= 2) {
            for (int at = 0; at + size <= smallest.steps.size(); ) {
                var shorter = smallest.without(at, size);
                if (fails.test(shorter)) {
                    smallest = shorter;
                } else {
                    at += size;
                }
            }
        }
        return smallest.steps.size() < steps.size() ? smallest.shrunk(fails) : smallest;
    }

    private Script without(int at, int size) {
        var rest = new ArrayList<>(steps);
        rest.subList(at, at + size).clear();
        return new Script(seed, rest);
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", "seed " + seed + ":\n  ", ""));
    }
}
