package io.latchkey.settings;

import io.latchkey.command.Way;
import io.latchkey.secret.KeyRing;
import io.latchkey.settings.MailSettings.Transport;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/** The settings that must hold before anything starts; the first that does not stops the start. */
final class Checks {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final LatchkeyProperties settings;
    private final Environment environment;

    Checks(LatchkeyProperties settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    void run() {
        addresses();
        database();
        mail();
        keys();
        policy();
        if (profile("production")) {
            new ProductionChecks(settings, environment).run();
        }
    }

    private void addresses() {
        var url = settings.baseUrl();
        require(
                url.isAbsolute() && SCHEMES.contains(url.getScheme()) && url.getHost() != null && plain(url),
                "latchkey.base-url must be an http or https address without a query, such as https://id.example.org");
        require(!settings.roles().isEmpty(), "latchkey.roles must name at least one of command, query and api");
        require(
                !settings.issuer().isBlank() && !settings.issuer().contains(":"),
                "latchkey.issuer must be a name without a colon, because authenticator apps show it");
        for (var network : settings.trustedProxies()) {
            require(
                    Network.isValid(network),
                    "latchkey.trusted-proxies must list networks such as 10.0.0.0/8 or 2001:db8::/32");
        }
    }

    private void database() {
        var database = settings.database();
        require(
                !profile("postgres") || !database.embedded(),
                "latchkey.database.url must be set in the profile postgres, to jdbc:postgresql://host/database");
        require(
                database.embedded() || database.url().startsWith("jdbc:postgresql:"),
                "latchkey.database.url must begin with jdbc:postgresql: because Latchkey speaks to nothing else");
        require(
                !database.embedded() || (database.username() + database.password()).isBlank(),
                "latchkey.database.url must be set as well where latchkey.database.username or password is");
        require(
                !profile("axon-server") || settings.roles().size() == 3 || !database.embedded(),
                "latchkey.database.url must be set where latchkey.roles spreads an installation over several nodes");
        require(
                settings.roles().size() == 3 || profile("axon-server"),
                "latchkey.roles must name all three roles unless the profile axon-server connects the nodes");
        require(
                database.connections() >= 10 && database.connections() <= 200,
                "latchkey.database.connections must be between 10 and 200");
    }

    private void mail() {
        var mail = settings.mail();
        require(mail.from().matches("[^@\\s]+@[^@\\s]+"), "latchkey.mail.from must be a mail address");
        require(
                mail.transport() != Transport.SMTP || !mail.smtp().host().isBlank(),
                "latchkey.mail.smtp.host must be set where latchkey.mail.transport is smtp");
        require(
                mail.transport() != Transport.FILES || mail.smtp().host().isBlank(),
                "latchkey.mail.transport must be smtp where latchkey.mail.smtp.host is set");
        require(
                mail.smtp().port() > 0 && mail.smtp().port() < 65536,
                "latchkey.mail.smtp.port must be between 1 and 65535");
    }

    private void keys() {
        var keys = settings.keys();
        try {
            KeyRing.of(keys.kek(), keys.pepper(), keys.index(), keys.signing());
        } catch (IllegalArgumentException refused) {
            throw new CannotStart(String.valueOf(refused.getMessage()));
        }
    }

    private void policy() {
        var rule = PolicyFile.read().rule(Way.DELAYED_RESET).waiting();
        require(
                rule.allows(settings.delayedReset().effective()),
                "latchkey.delayed-reset.waiting-period must be between "
                        + rule.least().toHours() + "h and " + rule.most().toDays() + "d");
    }

    private boolean profile(String name) {
        return List.of(environment.getActiveProfiles()).contains(name);
    }

    private static boolean plain(URI url) {
        return url.getQuery() == null && url.getFragment() == null && url.getUserInfo() == null;
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new CannotStart(sentence + ".");
        }
    }
}
