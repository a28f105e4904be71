package io.latchkey.settings;

/** A network in CIDR notation, checked without asking any name server. */
final class Network {
    private Network() {}

    static boolean isValid(String network) {
        var parts = network.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}") || !parts[0].matches("[0-9a-fA-F:.]+")) {
            return false;
        }
        var bits = Integer.parseInt(parts[1]);
        if (parts[0].contains(":")) {
            return bits <= 128 && parts[0].length() <= 45;
        }
        return bits <= 32 && parts[0].matches("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    }
}
