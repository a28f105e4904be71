package io.latchkey.command;

import java.time.Instant;

/** A signature by the key of a device over one request (RFC 9449): whose key, which proof, when it was made. */
public record DeviceProof(String thumbprint, String proofId, Instant issuedAt) {
    @Override
    public String toString() {
        return "DeviceProof[hidden]";
    }
}
