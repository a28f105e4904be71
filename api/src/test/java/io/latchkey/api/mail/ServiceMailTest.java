package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockUser;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.springSecurity;

import io.latchkey.api.LatchkeyApplication;
import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountRegistered;
import io.latchkey.event.MailboxCodeIssued;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.PasswordChanged;
import io.latchkey.secret.Sealer;
import io.latchkey.store.embedded.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** From an event in the store to a code that a newcomer reads with curl, through the whole service. */
@SpringBootTest(classes = LatchkeyApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ServiceMailTest {

    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgres.give(TestPostgres.emptyDatabase(), registry);
        registry.add("latchkey.data", data::toString);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EventStore events;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventProcessingConfiguration processing;

    private WebTestClient web;

    private final String ann = UUID.randomUUID().toString();
    private final String address = "ann" + ann.substring(0, 8) + "@example.org";
    private int sequence;

    @BeforeEach
    void client() {
        web = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void a_code_can_be_read_by_whoever_runs_it_on_this_machine() {
        register();
        assertThat(mails()).hasSize(1);
        web.get()
                .uri("/dev/mailbox/messages?to=" + address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].to")
                .isEqualTo(address)
                .jsonPath("$[0].subject")
                .isEqualTo("Confirm your e-mail address")
                .jsonPath("$[0].receivedAt")
                .exists()
                .jsonPath("$[0].text")
                .value(text -> assertThat(text.toString()).contains("    1234 5678\n"));
        web.get()
                .uri("/dev/mailbox")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'self';.*")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(address, "1234 5678").doesNotContain("<script"));
    }

    @Test
    void a_mail_is_never_sent_again_by_a_processor_that_starts_again() {
        register();
        happens(new MailboxVerified(ann));
        happens(new PasswordChanged(ann, ""));
        eventually(() -> mails().size() == 2);

        var processor =
                processing.eventProcessor("mail", StreamingEventProcessor.class).orElseThrow();
        assertThat(processor.supportsReset()).isFalse();
        assertThat(processor.processingStatus()).hasSize(1);
        assertThat(processor.processingStatus().get(0).getTrackingToken()).isNotInstanceOf(ReplayToken.class);
        processor.shutDown();
        processor.start();
        happens(new MailboxVerified(ann));
        eventually(() -> mails().size() >= 2);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void nothing_is_left_of_an_erased_account() {
        register();
        happens(new AccountErased(ann));
        sealer.destroy("account:" + ann);
        eventually(() -> rows("outbox") + rows("addressee") == 0);
    }

    @Test
    void the_landing_page_is_ours_alone_and_does_nothing_by_itself() {
        for (var path : List.of("/link", "/link/page.js", "/link/page.css")) {
            web.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueMatches("Content-Security-Policy", "default-src 'none'; script-src 'self'; .*")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store");
        }
        web.get()
                .uri("/link")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("http://", "https://", "onclick", "<script>", "style="));
    }

    @Test
    void the_outbox_is_for_admins_only() {
        web.get()
                .uri("/v1/operations/mail?state=dead")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        web.post()
                .uri("/v1/operations/mail/" + ann + "/retry")
                .header("Idempotency-Key", "\"" + ann + "\"")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void an_admin_sees_the_outbox_but_no_address() {
        register();
        var admin = WebTestClient.bindToApplicationContext(context)
                .apply(springSecurity())
                .build()
                .mutateWith(mockUser().roles("ADMIN"));
        admin.get()
                .uri("/v1/operations/mail?state=sent&limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(list -> assertThat(list).contains(ann, "mailbox-code").doesNotContain("@"));
        for (var wrong :
                List.of("state=open", "limit=0", "limit=201", "limit=x", "after=x", "after=" + UUID.randomUUID())) {
            admin.get()
                    .uri("/v1/operations/mail?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        var sent = jdbc.sql("select mail_id from outbox where account_id = ?")
                .param(UUID.fromString(ann))
                .query(UUID.class)
                .single();
        retry(admin, sent).expectStatus().isEqualTo(409);
        retry(admin, UUID.randomUUID()).expectStatus().isNotFound();
    }

    private static WebTestClient.ResponseSpec retry(WebTestClient admin, UUID mail) {
        return admin.post()
                .uri("/v1/operations/mail/" + mail + "/retry")
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .exchange();
    }

    private void register() {
        happens(new AccountRegistered(ann, seal("AccountRegistered/email/", address), "", "", ""));
        happens(new MailboxCodeIssued(
                ann,
                seal("MailboxCodeIssued/code/", "12345678"),
                seal("MailboxCodeIssued/link/", "A".repeat(43)),
                Instant.now().plus(Duration.ofMinutes(30))));
        eventually(() -> mails().size() == 1);
    }

    private String seal(String context, String plain) {
        return sealer.seal("account:" + ann, context + ann, plain);
    }

    private void happens(Object event) {
        EventMessage<?> message = new GenericDomainEventMessage<>("Account", ann, sequence++, event);
        events.publish(message);
    }

    private List<String> mails() {
        var directory = data.resolve("mail");
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(ServiceMailTest::read)
                    .filter(mail -> mail.contains(address))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where account_id = ?")
                .param(UUID.fromString(ann))
                .query(Integer.class)
                .single();
    }

    private static void eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("this should have come true by now")
                    .isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
