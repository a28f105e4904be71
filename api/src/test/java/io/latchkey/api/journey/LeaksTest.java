package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** All that is personal or secret, in every field there is, looked for wherever something is kept or shown. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class LeaksTest {

    /** Where a value may be read, and why. Nothing else may be read anywhere. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            // The mail that is for its eyes.
            "request email", Set.of("mail headers", "mail bodies"),
            // A device by its name in the mail about it; who works as staff, for those who answer for them.
            "request name", Set.of("mail bodies", "/v1/staff"),
            "request code", Set.of("mail bodies"),
            "request token", Set.of("mail bodies"),
            // Printed once, at the first start, for whoever holds the machine.
            "bootstrap token", Set.of("log"));

    private static final String[] TALKATIVE = {
        "--logging.level.io.latchkey=TRACE",
        "--logging.level.org.springframework.web=TRACE",
        "--logging.level.org.axonframework=TRACE",
        "--latchkey.trusted-proxies=127.0.0.0/8",
        "--latchkey.limits.guesses-per-five-minutes=10000",
        "--latchkey.limits.guesses-per-hour=10000",
        "--latchkey.limits.starts-per-five-minutes=10000"
    };

    private static final String ADDRESS = "203.0.113.77";

    @TempDir
    static Path data;

    private final Witness witness = new Witness();
    private final Map<String, String> found = new TreeMap<>();
    private ServiceProcess service;
    private JsonNode document;
    private Sinks sinks;

    @BeforeAll
    void walk() throws Exception {
        service = ServiceProcess.start(data, TALKATIVE);
        var client = new WatchedClient(service.client().service);
        client.witness = witness;
        client.headers.put("User-Agent", "Agent" + LeaksJourney.marker());
        client.headers.put("X-Forwarded-For", ADDRESS);
        document = client.get("/v3/api-docs", "").expect(200).body();
        var journey = new LeaksJourney(client, document, data);
        journey.walk(service.bootstrapToken());
        witness.values.get("request token").remove(service.bootstrapToken());
        witness.note("bootstrap token", service.bootstrapToken());
        witness.note("user agent", client.headers.get("User-Agent"));
        witness.note("address", ADDRESS);
        witness.note("thumbprint", journey.laptop.thumbprint());
        installationSecrets().forEach(witness::note);
        sinks = sinks(journey);
        var seeker =
                new Seeker(witness.values.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        sinks.texts.forEach((sink, text) -> {
            var readable = seeker.in(text);
            witness.values.forEach((name, values) -> {
                if (!ALLOWED.getOrDefault(name, Set.of()).contains(sink)) {
                    values.stream().filter(readable::contains).forEach(value -> found.put(name + " in " + sink, value));
                }
            });
        });
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void every_field_a_request_can_carry_was_accepted_at_least_once_with_a_value_of_its_own() {
        assertThat(LeaksJourney.fields(document)).hasSizeGreaterThan(12);
        var missing = new TreeSet<String>();
        LeaksJourney.fields(document)
                .forEach((operation, fields) -> fields.forEach(field -> {
                    var pattern = operation.replaceAll("\\{[^}]+}", "[^/]+") + " " + field;
                    if (witness.accepted.stream().noneMatch(accepted -> accepted.matches(pattern))) {
                        missing.add(operation + " " + field);
                    }
                }));
        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_personal_or_secret_is_readable_where_it_does_not_belong() {
        assertThat(found).isEmpty();
    }

    @Test
    void every_kind_of_secret_was_looked_for() {
        assertThat(witness.values)
                .containsKeys(
                        "request email",
                        "request name",
                        "request password",
                        "request secretKey",
                        "request deviceToken",
                        "request refreshToken",
                        "request code",
                        "request token",
                        "request recoveryCode",
                        "request label",
                        "answer secretKey",
                        "answer secret",
                        "answer otpauthUri",
                        "answer backupCodes",
                        "answer codes",
                        "answer code",
                        "answer deviceToken",
                        "answer accessToken",
                        "answer refreshToken",
                        "answer handle",
                        "bearer token",
                        "idempotency key",
                        "device proof",
                        "thumbprint",
                        "bootstrap token",
                        "user agent",
                        "address",
                        "latchkey.keys.pepper",
                        "latchkey.keys.kek",
                        "latchkey.keys.index",
                        "signing key d",
                        "password",
                        "owner-password");
    }

    @Test
    void what_is_planted_in_a_place_is_found_there() {
        var planted = "planted " + UUID.randomUUID();
        var seeker = new Seeker(Set.of(planted));
        sinks.texts.forEach((sink, text) -> {
            assertThat(seeker.in(text)).as(sink).isEmpty();
            assertThat(seeker.in(text + '"' + planted.replace(" ", "%20") + '"'))
                    .as(sink)
                    .containsExactly(planted);
        });
    }

    @Test
    void a_subject_holds_no_code() {
        assertThat(sinks.texts.get("mail headers")).contains("Subject: ").doesNotContainPattern("Subject:.*\\d{4}");
    }

    @Test
    void a_process_that_runs_out_of_memory_writes_no_dump_of_it() throws IOException {
        assertThat(service.jcmd("VM.flags", "-all"))
                .containsPattern("HeapDumpOnOutOfMemoryError +(:?)= false")
                .containsPattern("HeapDumpBeforeFullGC +(:?)= false");
    }

    private Sinks sinks(LeaksJourney journey) throws Exception {
        var places = new Sinks();
        var client = journey.client;
        client.witness = exchange -> {};
        places.addTables(data, journey.ann.accountId);
        places.addMails(data.resolve("mail"), journey.ann.email, journey.mailed);
        places.add("log", service.output(), "headers={masked}");
        places.add("log of PostgreSQL", Files.readString(data.resolve("postgresql/postgresql.log")), "ready to accept");
        places.add("refusals", witness.refusals.toString(), "urn:latchkey:problem:invalid-credentials");
        places.add("headers of answers", witness.headers.toString(), "content-type");
        places.add("OpenAPI document", document.toString(), "ann@example.org");
        places.add("threads", service.jcmd("Thread.print"), "argon2-0");
        for (var read : Map.of(
                        "/actuator/prometheus",
                        "jvm_memory",
                        "/actuator/health",
                        "\"status\":\"UP\"",
                        "/v1/staff",
                        journey.staff.accountId,
                        "/v1/operations/mail",
                        "{\"mails\":",
                        "/v1/audit/event-types",
                        "RecoveryStarted",
                        "/v1/audit/events?limit=200",
                        journey.ann.accountId,
                        "/v1/audit/events?limit=200&follow=true",
                        "AccountRegistered",
                        "/v1/audit/events?limit=200&account=" + journey.ann.accountId,
                        "TotpEnrolled")
                .entrySet()) {
            var answer = client.get(read.getKey(), read.getKey().startsWith("/v1") ? journey.staff.access : "");
            places.add(read.getKey(), answer.expect(200).response().body(), read.getValue());
        }
        for (var hidden :
                List.of("", "/env", "/configprops", "/beans", "/heapdump", "/threaddump", "/mappings", "/loggers")) {
            var answer = client.get("/actuator" + hidden, journey.staff.access);
            assertThat(answer.status()).as(hidden).isIn(401, 403, 404);
            places.texts.put("/actuator" + hidden, answer.response().body());
        }
        return places;
    }

    /** What the service made for itself at its first start. */
    private static Map<String, String> installationSecrets() throws IOException {
        var secrets = new LinkedHashMap<String, String>();
        for (var file : List.of("keys.properties", "postgresql.properties")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(data.resolve(file))) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        }
        var signing = secrets.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("{"))
                .findFirst()
                .orElseThrow();
        secrets.put(
                "signing key d",
                Client.JSON.readTree(signing.getValue()).findPath("d").asString());
        secrets.remove("port");
        return secrets;
    }
}
