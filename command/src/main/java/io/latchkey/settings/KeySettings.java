package io.latchkey.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets of an installation. Outside the profile {@code production} they are made on the first start.
 *
 * @param kek Keys that wrap the data keys: 32 bytes each in base64url, newest first, separated by commas.
 * @param pepper Key of every password and code digest: 32 bytes in base64url.
 * @param index Key of look-up digests (e-mail addresses, client networks): 32 bytes in base64url.
 * @param signing Keys that sign access tokens: a P-256 JWK, or a JWK set with the newest first.
 */
public record KeySettings(
        @DefaultValue("") String kek,
        @DefaultValue("") String pepper,
        @DefaultValue("") String index,
        @DefaultValue("") String signing) {

    @Override
    public String toString() {
        return "KeySettings[hidden]";
    }
}
