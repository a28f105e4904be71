package io.latchkey.api.dev;

import io.latchkey.settings.CheckedSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The page that shows the mail written to files; without this class there is no such page. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ConditionalOnProperty(name = "latchkey.mail.transport", havingValue = "files", matchIfMissing = true)
@ConditionalOnProperty(name = "latchkey.mail.mailbox", havingValue = "true", matchIfMissing = true)
@Import(MailboxController.class)
public class DevConfiguration {

    @Bean
    Mailbox mailbox(CheckedSettings checked) {
        return new Mailbox(checked.settings().mailDirectory());
    }
}
