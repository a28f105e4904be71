package io.latchkey.api.account;

import io.latchkey.command.TotpBegun;
import io.latchkey.value.AuthenticatorId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What the app needs, shown this once. */
record PendingAuthenticator(
        String id,

        @Schema(description = "Key for typing in, base32", example = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        String secret,

        @Schema(example = "otpauth://totp/Latchkey:ann%40example.org?secret=...&issuer=Latchkey")
        String otpauthUri,

        @Schema(description = "QR code as data URI", example = "data:image/png;base64,iVBOR...")
        String qrPng,

        @Schema(description = "QR code as SVG document") String qrSvg,
        Instant expiresAt) {

    static PendingAuthenticator of(AuthenticatorId id, TotpBegun begun) {
        var picture = QrPicture.of(begun.uri());
        return new PendingAuthenticator(
                id.value(), begun.secret(), begun.uri(), picture.png(), picture.svg(), begun.expiresAt());
    }

    @Override
    public String toString() {
        return "PendingAuthenticator[hidden]";
    }
}
