package io.latchkey.api.bench;

import io.latchkey.api.bench.Work.Subject;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What is asked of the service over HTTP. */
final class Doors {

    private interface Ask {
        boolean once(Wire wire) throws Exception;
    }

    private final Service service;
    private final World world;
    private final ConcurrentLinkedQueue<Person> withCode;
    private final Iterator<Person> anybody;

    Doors(Service service, World world) {
        this.service = service;
        this.world = world;
        this.withCode = new ConcurrentLinkedQueue<>(world.people);
        this.anybody = Stream.generate(() -> world.people).flatMap(List::stream).iterator();
    }

    Subject totp() {
        return subject("second factor: TOTP", this::proveTotp);
    }

    Subject password(int knowing) {
        var people = Stream.generate(() -> world.people.subList(0, knowing))
                .flatMap(List::stream)
                .iterator();
        return subject("first factor: password (Argon2)", wire -> {
            Person person;
            synchronized (people) {
                person = people.next();
            }
            wire.post(
                            "/v1/sign-ins",
                            "",
                            "{\"email\":\"%s\",\"password\":\"%s\",\"secretKey\":\"%s\"}"
                                    .formatted(person.email, Person.PASSWORD, person.secretKey))
                    .expect(200);
            return true;
        });
    }

    Subject recoveryCode() {
        return subject("recovery code", wire -> {
            var lost = world.recoveries.poll();
            if (lost == null) {
                return false;
            }
            wire.post(
                            "/v1/recoveries/" + lost.recoveryId() + "/proofs",
                            lost.handle(),
                            "{\"kind\":\"recovery_code\",\"code\":\"" + lost.code() + "\"}")
                    .expect(200);
            return true;
        });
    }

    Subject startKnown() {
        return subject("start of a recovery, known", wire -> start(wire, next().email));
    }

    Subject startUnknown() {
        return subject("start of a recovery, unknown", wire -> start(wire, "no-" + UUID.randomUUID() + "@example.org"));
    }

    Subject account() {
        return subject("GET /v1/account", wire -> {
            wire.get("/v1/account", next().access).expect(200);
            return true;
        });
    }

    private boolean proveTotp(Wire wire) throws Exception {
        var person = withCode.poll();
        if (person == null) {
            return false;
        }
        if (!person.hasCode()) {
            withCode.add(person);
            return false;
        }
        var waiting = person.signIns.pop();
        wire.post(
                        "/v1/sign-ins/" + waiting.id() + "/proofs",
                        waiting.handle(),
                        "{\"factor\":\"totp\",\"code\":\"" + person.code() + "\"}")
                .expect(200);
        if (!person.signIns.isEmpty()) {
            withCode.add(person);
        }
        return true;
    }

    private static boolean start(Wire wire, String email) throws Exception {
        wire.post("/v1/recoveries", "", "{\"email\":\"" + email + "\"}").expect(202);
        return true;
    }

    private Person next() {
        synchronized (anybody) {
            return anybody.next();
        }
    }

    private Subject subject(String name, Ask ask) {
        return new Subject(name, () -> {
            var wire = new Wire(service.port);
            return new Work() {
                @Override
                public boolean once() throws Exception {
                    return ask.once(wire);
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        });
    }
}
