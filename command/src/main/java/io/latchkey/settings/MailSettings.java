package io.latchkey.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Outgoing mail.
 *
 * @param transport Where mail goes: {@code files} writes it into a directory, for development only.
 * @param from Address that mail comes from.
 * @param contact Whom a holder may ask; named in every mail.
 * @param directory Directory of the {@code files} transport; by default {@code mail} in the data directory.
 * @param mailbox Whether the page {@code /dev/mailbox} shows that directory; never in production.
 * @param smtp The mail server.
 */
public record MailSettings(
        @DefaultValue("files") Transport transport,
        @DefaultValue("latchkey@localhost") String from,
        @DefaultValue("the people who run this service") String contact,
        @Nullable Path directory,
        @DefaultValue("true") boolean mailbox,
        @NestedConfigurationProperty @DefaultValue SmtpSettings smtp) {

    public enum Transport {
        FILES,
        SMTP
    }
}
