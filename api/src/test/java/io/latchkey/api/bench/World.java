package io.latchkey.api.bench;

import com.fasterxml.uuid.Generators;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.SessionGrant;
import io.latchkey.event.*;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.totp.Base32;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Factor;
import io.latchkey.value.Password;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.Role;
import io.latchkey.value.SecretKey;
import io.latchkey.value.TotpAlgorithm;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Everybody and everything there must be before the measuring begins, written in bulk with the keys of the service. */
final class World {

    /** A recovery that waits for its proofs, and the code that is right for it. */
    record Lost(String recoveryId, String handle, String code) {}

    private static final int SIGN_INS = 6;

    final List<Person> people = new ArrayList<>();
    final ConcurrentLinkedQueue<Lost> recoveries = new ConcurrentLinkedQueue<>();
    private final SecureRandom random = new SecureRandom();
    private final Instant later = Instant.now().plus(Duration.ofHours(2));
    private final Hashing hashing;
    private final Tokens tokens;
    private final Sealer sealer;
    private final Connection connection;
    private final History history;

    private World(Service service, Connection connection) throws Exception {
        var keys = KeyRing.from(service.keys()::getProperty);
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.connection = connection;
        this.hashing = new Hashing(keys);
        this.tokens = new Tokens(keys, service.issuer(), World::id, Clock.systemUTC());
        this.sealer = new Sealer(jdbc, TransactionOperations.withoutTransaction(), keys, Clock.systemUTC());
        this.history = new History(connection, sealer.seal("client:bench", "Origin/client", "192.0.2.1"));
    }

    /** The first {@code knowing} of the people know their password, which is slow to prepare. */
    static World in(Service service, int people, int knowing, int recoveries) throws Exception {
        try (var connection = service.database()) {
            connection.setAutoCommit(false);
            var world = new World(service, connection);
            for (int i = 0; i < people; i++) {
                world.people.add(world.person(i < knowing));
            }
            for (int i = 0; i < recoveries; i++) {
                world.recoveries.add(world.recovery(world.people.get(i % people)));
            }
            world.history.close();
            connection.commit();
            return world;
        }
    }

    /** Gives everybody a new access token, as none lives as long as the measuring takes. */
    void renewAccess() {
        people.forEach(person -> person.access = access(person.account.value(), person.session, List.of()));
    }

    /** The access token of a new member of staff. */
    static String staff(Service service) throws Exception {
        try (var connection = service.database()) {
            connection.setAutoCommit(false);
            var world = new World(service, connection);
            var id = id();
            var session = id();
            world.history.add(
                    "Account",
                    id,
                    world.registered(id, "staff-" + id + "@example.org"),
                    new RoleGranted(id, Role.SECURITY, id),
                    world.session(id, session));
            world.history.close();
            connection.commit();
            return world.access(id, session, List.of(Role.SECURITY));
        }
    }

    private Person person(boolean knowing) throws SQLException {
        var account = new AccountId(id());
        var id = account.value();
        var email = "ann-" + id + "@example.org";
        var seed = Base32.encode(random.generateSeed(20));
        var secretKey = SecretKey.random(random);
        var code = RecoveryCode.random(random);
        var session = id();
        var person = new Person(account, email, seed, secretKey.formatted(), code.formatted(), session);
        var totp = id();
        var codeId = id();
        var events = new ArrayList<LatchkeyEvent>(List.of(
                new AccountRegistered(
                        id,
                        seal(id, "AccountRegistered/email", email),
                        seal(id, "AccountRegistered/name", "Ann"),
                        seal(id, "password", knowing ? hashing.password(account, new Password(Person.PASSWORD)) : "-"),
                        seal(id, "secretKey", hashing.secretKey(account, secretKey))),
                new TotpEnrolmentStarted(
                        id,
                        totp,
                        seal(id, "AuthenticatorName", "phone"),
                        seal(id, "TotpEnrolmentStarted/seed", seed),
                        TotpAlgorithm.SHA1,
                        6,
                        30,
                        later),
                session(id, session),
                new TotpEnrolled(id, totp, session, 0, 0),
                new RecoveryCodeGenerated(
                        id, codeId, seal(id, "RecoveryCodeGenerated/verifier", hashing.recoveryCode(account, code))),
                new RecoveryCodeActivated(id, codeId)));
        for (int i = 0; i < SIGN_INS; i++) {
            var signIn = id();
            events.add(new SignInBegun(id, signIn, null, List.of(Factor.TOTP), later));
            person.signIns.add(new Person.Waiting(signIn, tokens.signIn(signIn, account, later)));
        }
        events.add(new MailboxVerified(id));
        history.add("Account", id, events.toArray(LatchkeyEvent[]::new));
        claim(email, id);
        return person;
    }

    private Lost recovery(Person person) throws SQLException {
        var id = id();
        history.add(
                "Recovery", id, new RecoveryStarted(id, person.account.value(), false, false, "1", "-", "-", later));
        return new Lost(id, tokens.recovery(id, later), person.recoveryCode);
    }

    private AccountRegistered registered(String id, String email) {
        return new AccountRegistered(
                id, seal(id, "AccountRegistered/email", email), seal(id, "AccountRegistered/name", "Ann"), "-", "-");
    }

    private SessionStarted session(String id, String session) {
        return new SessionStarted(id, session, SessionKind.FULL, 2, List.of(Factor.PASSWORD, Factor.TOTP), null, later);
    }

    private String access(String id, String session, List<Role> roles) {
        var factors = List.of(Factor.PASSWORD, Factor.TOTP);
        return tokens.session(
                        new SessionGrant(id, session, 0, SessionKind.FULL, 2, factors, roles, Instant.now(), later))
                .access();
    }

    private String seal(String id, String context, String plain) {
        return sealer.seal("account:" + id, context + "/" + id, plain);
    }

    private void claim(String email, String id) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into identifier (lookup, account_id, claimed_at) values (?, ?, now())")) {
            insert.setString(1, hashing.lookup(new EmailAddress(email)));
            insert.setObject(2, UUID.fromString(id));
            insert.executeUpdate();
        }
    }

    private static String id() {
        return Generators.timeBasedEpochRandomGenerator().generate().toString();
    }
}
