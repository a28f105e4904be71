package io.latchkey.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host Name of the mail server; needed when {@code latchkey.mail.transport} is {@code smtp}.
 * @param port Port of the mail server.
 * @param username User name there; empty for none.
 * @param password Password there.
 * @param starttlsRequired Whether a server that offers no encryption is refused; never false in production.
 * @param sslBundle SSL bundle with the authorities that vouch for the server; by default the public ones.
 */
public record SmtpSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean starttlsRequired,
        @DefaultValue("") String sslBundle) {

    @Override
    public String toString() {
        return "SmtpSettings[hidden]";
    }
}
