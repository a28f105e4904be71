package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountRegistered;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.RoleGranted;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The events are stored, and what belongs beside them got lost. */
class AmendsTest {

    private static final String KEY = "IAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final KeyRing KEYS = KeyRing.of(KEY, "AQ" + KEY.substring(2), "Ag" + KEY.substring(2), """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""");
    private static final EmailAddress ADDRESS = new EmailAddress("ann@example.org");

    private final AccountId ann = new AccountId(UUID.randomUUID().toString());
    private final Clock clock = Clock.systemUTC();
    private final JdbcClient jdbc = TestPostgres.client();
    private final Sealer sealer = new Sealer(jdbc, TransactionOperations.withoutTransaction(), KEYS, clock);
    private final Hashing hashing = new Hashing(KEYS);
    private final AccountIndex accountIndex = new AccountIndex(jdbc, hashing, clock);
    private final FirstAdmin firstAdmin = new FirstAdmin(jdbc, hashing, new SecureRandom(), clock);
    private final EventStore history = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Amends amends = new Amends(() -> history, sealer, hashing, accountIndex, firstAdmin);

    @Test
    void the_address_of_a_proven_mailbox_belongs_to_its_account() {
        register();

        amends.react(new MailboxVerified(ann.value()));
        amends.react(new MailboxVerified(ann.value()));

        assertThat(accountIndex.find(ADDRESS)).isEqualTo(new AccountIndex.Found(ann, true));
    }

    @Test
    void an_address_of_somebody_else_stays_where_it_is() {
        register();
        var bob = new AccountId(UUID.randomUUID().toString());
        assertThat(accountIndex.claim(hashing.lookup(ADDRESS), bob)).isTrue();

        amends.react(new MailboxVerified(ann.value()));

        assertThat(accountIndex.find(ADDRESS)).isEqualTo(new AccountIndex.Found(bob, true));
    }

    @Test
    void an_erased_account_gets_no_address() {
        register();
        sealer.destroy("account:" + ann.value());

        amends.react(new MailboxVerified(ann.value()));

        assertThat(accountIndex.find(ADDRESS).known()).isFalse();
    }

    @Test
    void after_the_first_admin_there_is_no_other() {
        var token = firstAdmin.issue().orElseThrow();

        amends.react(new RoleGranted(ann.value(), Role.ADMIN, RoleGranted.BOOTSTRAP));

        assertThat(firstAdmin.spend(firstAdmin.digest(token))).isFalse();
        assertThat(firstAdmin.issue()).isEmpty();
    }

    private void register() {
        var id = ann.value();
        var sealed = sealer.seal("account:" + id, "AccountRegistered/email/" + id, ADDRESS.value());
        history.publish(new GenericDomainEventMessage<>(
                "Account", id, 0, new AccountRegistered(id, sealed, sealed, sealed, sealed)));
    }
}
