package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Markers in every personal and secret field, looked for wherever something is kept or shown. */
class LeaksTest {

    private final Client client = Running.CLIENT;
    private final Map<String, String> markers = new LinkedHashMap<>();

    @Test
    void no_marker_is_readable_in_database_log_figures_or_what_staff_read() throws Exception {
        var ann = walk();
        var staffReads = staffReads(ann);
        var figures = client.get("/actuator/prometheus", "").response().body();
        var log = Running.SERVICE.output();

        for (var table : tables()) {
            var content = dump(table);
            markers.forEach((name, marker) -> assertThat(holds(content, marker))
                    .as(name + " in table " + table)
                    .isFalse());
        }
        markers.forEach((name, marker) -> {
            assertThat(log).as(name + " in the log").doesNotContain(marker);
            assertThat(figures).as(name + " in the figures").doesNotContain(marker);
            assertThat(staffReads).as(name + " in what staff read").doesNotContain(marker);
        });
    }

    @Test
    void mails_carry_no_lasting_secret_and_no_code_in_the_subject() throws Exception {
        walk();
        markers.keySet().removeIf(name -> name.equals("email") || name.contains("name") || name.equals("user agent"));
        try (var files = Files.list(Running.DATA.resolve("mail"))) {
            for (var file : files.toList()) {
                var mail = Files.readString(file);
                markers.forEach((name, marker) -> assertThat(mail).as(name).doesNotContain(marker));
                assertThat(mail).doesNotContainPattern("(?m)^Subject:.*\\d{4}");
            }
        }
    }

    private Holder walk() {
        var marker = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var ann = new Holder(client);
        ann.email = "canary" + marker + "@example.org";
        ann.name = "Name" + marker;
        ann.password = "password " + marker;
        ann.register();
        ann.signIn().expect(200);
        ann.enroll("phone" + marker);
        ann.makeRecoveryCode();
        var device = client.post("/v1/account/devices", ann.access, Map.of("name", "laptop" + marker))
                .expect(201);
        ann.signInWithBackupCode().expect(200);
        mark("email", ann.email);
        mark("name", ann.name);
        mark("password", ann.password);
        mark("secret key", ann.secretKey);
        mark("totp seed", ann.totpSecret);
        mark("authenticator name", "phone" + marker);
        mark("device name", "laptop" + marker);
        mark("device token", device.text("deviceToken"));
        mark("recovery code", ann.recoveryCode);
        mark("recovery code body", ann.recoveryCode.substring(5).replace("-", ""));
        mark("access token", ann.access);
        mark("refresh token", ann.refresh);
        mark("backup code", ann.backupCodes.peek());
        mark("user agent", "Agent" + marker);
        wrongFromAMarkedAgent(ann, "Agent" + marker);
        ann.recover("second " + marker).expect(200);
        mark("second password", ann.password);
        mark("second secret key", ann.secretKey);
        return ann;
    }

    private void wrongFromAMarkedAgent(Holder ann, String agent) {
        var body = Client.JSON.writeValueAsString(
                Map.of("email", ann.email, "password", "wrong " + agent, "secretKey", ann.secretKey));
        mark("wrong password", "wrong " + agent);
        client.exchange(HttpRequest.newBuilder(URI.create(client.service + "/v1/sign-ins"))
                        .header("User-Agent", agent)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .expect(401);
    }

    private String staffReads(Holder ann) {
        var reads = new StringBuilder();
        for (var path :
                new String[] {"/v1/audit/events?limit=200&account=" + ann.accountId, "/v1/staff", "/v1/operations/mail"
                }) {
            reads.append(client.get(path, Running.STAFF.access)
                    .expect(200)
                    .response()
                    .body());
        }
        return reads.toString();
    }

    private void mark(String name, String marker) {
        assertThat(marker).as(name).isNotBlank();
        markers.put(name, marker);
    }

    private static boolean holds(String content, String marker) {
        var bytes = marker.getBytes(StandardCharsets.UTF_8);
        return content.contains(marker)
                || content.contains(HexFormat.of().formatHex(bytes))
                || content.contains(Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .substring(0, 12));
    }

    private static List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = Running.database();
                var rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).contains("domain_event_entry", "data_key", "audit_record", "outbox", "command_outcome");
        return tables;
    }

    private static String dump(String table) throws SQLException {
        var content = new StringBuilder();
        try (var connection = Running.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                content.append(rows.getString(1)).append('\n');
            }
        }
        return content.toString();
    }
}
