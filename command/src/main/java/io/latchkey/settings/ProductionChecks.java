package io.latchkey.settings;

import static io.latchkey.settings.Checks.require;

import io.latchkey.settings.MailSettings.Transport;
import java.util.List;
import org.springframework.core.env.Environment;

/** Profile production refuses every default that is only good for a first try. */
final class ProductionChecks {
    private static final List<String> KEYS = List.of("kek", "pepper", "index", "signing");

    private static final String AXON_SERVER_TLS = "axon.axonserver.ssl-enabled";

    private final LatchkeyProperties settings;
    private final Environment environment;

    ProductionChecks(LatchkeyProperties settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    void run() {
        require(
                "https".equals(settings.baseUrl().getScheme()),
                "latchkey.base-url must begin with https in production, because links in mail carry secrets");
        mail();
        database();
        axonServer();
        require(
                !environment.getProperty("springdoc.swagger-ui.enabled", Boolean.class, false),
                "springdoc.swagger-ui.enabled must be false in production");
    }

    /** Before the general checks, because a missing key has its own reason here. */
    static void requireKeys(Environment environment) {
        for (var key : KEYS) {
            require(
                    !environment.getProperty("latchkey.keys." + key, "").isBlank(),
                    "latchkey.keys." + key
                            + " must be set in production, because keys are generated for development only");
        }
    }

    private void mail() {
        var mail = settings.mail();
        require(
                mail.transport() == Transport.SMTP,
                "latchkey.mail.transport must be smtp in production, because files reach nobody");
        require(
                !mail.mailbox(),
                "latchkey.mail.mailbox must be false in production, because it shows everybody's mail");
        require(
                mail.smtp().starttlsRequired(),
                "latchkey.mail.smtp.starttls-required must be true in production, because mail carries codes");
        require(
                !mail.from().endsWith("@localhost"),
                "latchkey.mail.from must be an address of yours in production, not one at localhost");
    }

    private void database() {
        var database = settings.database();
        if (database.embedded()) {
            return;
        }
        require(!database.username().isBlank(), "latchkey.database.username must be set in production");
        require(
                !database.username().equals("postgres"),
                "latchkey.database.username must not be the superuser postgres in production");
        require(!database.password().isBlank(), "latchkey.database.password must be set in production");
        require(
                !database.password().equals(database.username())
                        && !database.password().equals("postgres"),
                "latchkey.database.password must not be a guess in production");
    }

    private void axonServer() {
        if (!environment.getProperty("axon.axonserver.enabled", Boolean.class, false)) {
            return;
        }
        require(
                !environment.getProperty("axon.axonserver.token", "").isBlank(),
                "axon.axonserver.token must be set in production, because an open Axon Server takes commands from anybody");
        require(
                environment.getProperty(AXON_SERVER_TLS, Boolean.class, false)
                        || settings.acknowledged().contains(AXON_SERVER_TLS),
                AXON_SERVER_TLS + " must be true in production, because commands carry codes and addresses; where the"
                        + " connection never leaves the machine, name it in latchkey.acknowledged");
    }
}
