package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The device and what it shows in place of the secret key. */
record TrustedDevice(
        String id,

        @Schema(description = "Send it as deviceToken when signing in from this device; the answer has a new one")
        String deviceToken) {

    @Override
    public String toString() {
        return "TrustedDevice[hidden]";
    }
}
