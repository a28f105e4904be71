package io.latchkey.query.accounts;

import java.util.List;

/** What belongs to an account and is not in its row. */
record Parts(
        List<AuthenticatorLine> authenticators,
        List<DeviceLine> devices,
        Confidants.Worth contacts,
        Organizers.Worth organizers) {

    boolean secondFactor() {
        return authenticators.stream().anyMatch(line -> !line.status().equals("pending"));
    }

    boolean activeAuthenticator() {
        return authenticators.stream().anyMatch(line -> line.status().equals("active"));
    }

    List<DeviceLine> countingDevices() {
        return devices.stream().filter(device -> !device.suspended()).toList();
    }
}
