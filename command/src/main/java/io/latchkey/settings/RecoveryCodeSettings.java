package io.latchkey.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The saved recovery code.
 *
 * @param onUse Whether the code stays valid after it was used, or a new one is made in its place.
 */
public record RecoveryCodeSettings(@DefaultValue("keep") OnUse onUse) {

    public enum OnUse {
        KEEP,
        ROTATE
    }
}
