package io.latchkey.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an operator may set.
 *
 * @param data Directory of the embedded database, the generated keys and mail written to files.
 * @param baseUrl Address under which people reach this installation; every link in a mail starts with it.
 * @param issuer Name shown in authenticator apps and in mail.
 * @param roles What this node does.
 * @param trustedProxies Networks (CIDR) whose forwarded client address is believed; nobody's by default.
 * @param acknowledged Names of dangerous settings that were made on purpose.
 * @param keys The secrets of the installation.
 * @param database The PostgreSQL of the installation.
 * @param mail Outgoing mail.
 * @param recoveryCode The saved recovery code.
 * @param delayedReset The reset of the second factors by e-mail.
 */
@ConfigurationProperties("latchkey")
public record LatchkeyProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("http://127.0.0.1:8080") URI baseUrl,
        @DefaultValue("Latchkey") String issuer,
        @DefaultValue({"command", "query", "api"}) Set<Role> roles,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Set<String> acknowledged,
        @NestedConfigurationProperty @DefaultValue KeySettings keys,
        @NestedConfigurationProperty @DefaultValue DatabaseSettings database,
        @NestedConfigurationProperty @DefaultValue MailSettings mail,
        @NestedConfigurationProperty @DefaultValue RecoveryCodeSettings recoveryCode,
        @NestedConfigurationProperty @DefaultValue DelayedResetSettings delayedReset) {

    public Path mailDirectory() {
        var directory = mail.directory();
        return directory == null ? data.resolve("mail") : directory;
    }
}
