package io.latchkey.api.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the mailbox page must not be. */
class MailboxAbsenceTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner().withUserConfiguration(Scanned.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.profiles.active=production",
                "latchkey.mail.transport=smtp",
                "latchkey.mail.mailbox=false"
            })
    void there_is_no_page(String setting) {
        node.withPropertyValues(setting)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailboxController.class));
    }

    @Test
    void elsewhere_there_is_one() {
        node.run(context -> assertThat(context).getFailure().hasMessageContaining("MailboxController"));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(MailboxController.class)
    static class Scanned {}
}
