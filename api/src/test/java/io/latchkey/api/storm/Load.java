package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Holder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** People who do everything a holder does, at once and in any order, each patient with a service that is down. */
final class Load implements AutoCloseable {

    private static final int THREADS = 3;

    /** A mailbox is written to three times an hour at a stranger's wish, and one of them was the registration. */
    private static final int RECOVERIES = 2;

    /** The next wrong code in a row would have to wait. */
    private static final int WRONG = 4;

    private static final Duration LONG = Duration.ofSeconds(20);

    /** Those who never stop to think leave no processor to anybody else. */
    private static final long THOUGHT_MILLIS = 300;

    /** A person with what a client remembers. */
    private static final class Person {
        final Holder holder;
        long lastStep;
        int recoveries;
        int wrong;
        boolean unprotected;

        Person(Holder holder) {
            this.holder = holder;
            this.lastStep = step();
        }
    }

    private final Witness client;
    private final ConcurrentLinkedDeque<Person> people = new ConcurrentLinkedDeque<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Integer, BiConsumer<Person, Random>> flows = new HashMap<>();
    private volatile boolean over;

    Load(Witness client, long seed) {
        this.client = client;
        List.<BiConsumer<Person, Random>>of(
                        (person, random) -> signInWithBackupCode(person),
                        (person, random) -> signInWithAuthenticator(person),
                        (person, random) -> makeNewBackupCodes(person),
                        (person, random) -> makeNewRecoveryCode(person),
                        (person, random) -> signInByMail(person),
                        (person, random) -> recover(person),
                        (person, random) -> stranger(random))
                .forEach(flow -> flows.put(flows.size(), flow));
        for (int i = 0; i < THREADS; i++) {
            var random = new Random(seed + i);
            threads.add(Thread.ofPlatform().name("load-" + i).start(() -> live(random)));
        }
    }

    /** What no fault explains. */
    List<String> surprises() {
        return surprises;
    }

    /** One whole way back; the reason why not, or nothing. */
    String probe() {
        try {
            var person = people.stream()
                    .filter(known -> known.recoveries < RECOVERIES && people.remove(known))
                    .findFirst()
                    .orElseGet(() -> new Person(Holder.protectedOne(client)));
            recover(person);
            people.add(person);
            return "";
        } catch (AssertionError | RuntimeException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** Somebody who has used up the mails of an hour leaves sooner or later, so there is always somebody new. */
    private void keep(Person person, Random random) {
        if (person.recoveries < RECOVERIES || random.nextInt(3) > 0) {
            people.add(person);
        }
    }

    private void live(Random random) {
        while (!over) {
            Client.pause(THOUGHT_MILLIS);
            var begun = System.nanoTime();
            try {
                var person = people.poll();
                if (person == null || people.size() < 2 && random.nextInt(3) == 0) {
                    people.add(new Person(Holder.protectedOne(client)));
                }
                if (person != null) {
                    if (person.unprotected) {
                        protect(person);
                    }
                    flows.get(random.nextInt(flows.size())).accept(person, random);
                    keep(person, random);
                }
            } catch (AssertionError | RuntimeException failed) {
                surprise(failed, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }

    /**
     * A secret that got lost with its answer is not told again, a mail that a fault cut comes after a while, and a code of an
     * authenticator ages while nobody answers.
     */
    private void surprise(Throwable failed, Duration flow) {
        var words = String.valueOf(failed.getMessage());
        boolean aged = words.contains("answered 400") && flow.compareTo(LONG) > 0;
        if (!over && !aged && !words.contains("secret-already-delivered") && !words.startsWith("no mail about")) {
            surprises.add(failed + " at " + List.of(failed.getStackTrace()).subList(0, 4));
            System.out.println("surprise: " + surprises.getLast());
        }
    }

    private void signInWithBackupCode(Person person) {
        var ann = person.holder;
        var begun = ann.signIn().expect(200);
        if (person.wrong++ < WRONG) {
            ann.prove(begun, "totp", "000000").expect(400);
        }
        var code = ann.backupCodes.pop();
        ann.keep(ann.prove(begun, "backup_code", code).expect(200));
        ann.prove(ann.signIn().expect(200), "backup_code", code).expect(400);
        replaceBackupCodesWhenFew(ann);
        signOut(ann);
    }

    /** Whoever is signed out by a request whose answer was lost has no token to ask again with. */
    private void signOut(Holder ann) {
        var key = UUID.randomUUID().toString();
        var answer = client.send("DELETE", "/v1/sessions/current", ann.access, null, key);
        if (answer.status() != 401 || !client.lostAnAnswerTo(key)) {
            answer.expect(204);
        }
    }

    /** The service is asked for the time of the code, and may be away: the step is noted after that, or it could be an older one. */
    private void signInWithAuthenticator(Person person) {
        var ann = person.holder;
        if (person.lastStep >= step()) {
            return;
        }
        var begun = ann.signIn().expect(200);
        var code = ann.code(0);
        person.lastStep = step();
        ann.keep(ann.prove(begun, "totp", code).expect(200));
        person.wrong = 0;
    }

    private void makeNewBackupCodes(Person person) {
        person.holder.signInWithBackupCode().expect(200);
        person.holder.replaceBackupCodes();
    }

    private void makeNewRecoveryCode(Person person) {
        var ann = person.holder;
        ann.signInWithBackupCode().expect(200);
        delete("/v1/account/recovery-code", ann.access);
        ann.makeRecoveryCode();
        replaceBackupCodesWhenFew(ann);
    }

    private void replaceBackupCodesWhenFew(Holder ann) {
        if (ann.backupCodes.size() < 2) {
            ann.replaceBackupCodes();
        }
    }

    private void signInByMail(Person person) {
        var ann = person.holder;
        if (++person.recoveries > RECOVERIES) {
            return;
        }
        var begun = ann.signIn().expect(200);
        client.post("/v1/sign-ins/" + begun.text("signInId") + "/email-code", begun.text("handle"), Map.of());
        ann.prove(begun, "email_code", "00000000").expect(400);
        ann.prove(begun, "email_code", client.mailedCode(ann.email, "to sign in"))
                .expect(200);
    }

    private void recover(Person person) {
        var ann = person.holder;
        if (++person.recoveries > RECOVERIES) {
            return;
        }
        var begun = ann.startRecovery();
        ann.proveRecovery(begun, "mailbox", "00000000").expect(400);
        ann.proveRecovery(begun, "recovery_code", ann.recoveryCode).expect(200);
        var code = client.mailedCode(ann.email, "mailbox proof");
        ann.proveRecovery(begun, "mailbox", code).expect(200);
        ann.proveRecovery(begun, "mailbox", code).expect(400);
        var done = client.post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/complete",
                        begun.text("handle"),
                        Map.of("password", ann.password))
                .expect(200);
        ann.secretKey = done.text("secretKey");
        person.unprotected = true;
    }

    private static void protect(Person person) {
        person.holder.signIn().expect(200);
        person.holder.backupCodes.clear();
        person.holder.enroll("new phone");
        person.lastStep = step();
        person.unprotected = false;
    }

    private void stranger(Random random) {
        var begun = client.post("/v1/recoveries", "", Map.of("email", "nobody-" + random.nextInt(9) + "@example.org"))
                .expect(202);
        client.post(
                        "/v1/recoveries/" + begun.text("recoveryId") + "/proofs",
                        begun.text("handle"),
                        Map.of("kind", "mailbox", "code", "00000000"))
                .expect(400);
        delete("/v1/recoveries/" + begun.text("recoveryId"), begun.text("handle"));
    }

    private void delete(String path, String token) {
        client.send("DELETE", path, token, null, UUID.randomUUID().toString()).expect(204);
    }

    private static long step() {
        return System.currentTimeMillis() / 30_000;
    }

    @Override
    public void close() {
        over = true;
        threads.forEach(thread -> {
            try {
                thread.join(30_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
