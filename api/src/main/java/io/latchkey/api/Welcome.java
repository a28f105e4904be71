package io.latchkey.api;

import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.settings.MailSettings.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says where to look, once everything runs. */
final class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final LatchkeyProperties settings;
    private final Environment environment;

    Welcome(CheckedSettings checked, Environment environment) {
        this.settings = checked.settings();
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereToLook() {
        var here = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                + environment.getProperty("local.server.port", "8080");
        LOG.info("Latchkey runs. API docs: {}/docs  Mail: {}  Data: {}", here, mail(here), data());
    }

    private String mail(String here) {
        var mail = settings.mail();
        if (mail.transport() == Transport.SMTP) {
            return "sent through " + mail.smtp().host();
        }
        var directory = settings.mailDirectory().toAbsolutePath().normalize();
        return mail.mailbox() ? here + "/dev/mailbox (files in " + directory + ")" : directory.toString();
    }

    private String data() {
        var directory = settings.data().toAbsolutePath().normalize();
        return settings.database().embedded() ? directory.toString() : "PostgreSQL of yours; keys in " + directory;
    }
}
