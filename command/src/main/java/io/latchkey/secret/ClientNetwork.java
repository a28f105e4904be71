package io.latchkey.secret;

import io.latchkey.value.Malformed;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What counts as one client: an IPv4 address, or the first 64 bits of an IPv6 one. Never asks the name service. */
final class ClientNetwork {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int NETWORK = 8;

    private ClientNetwork() {}

    static String of(String ip) {
        var address = address(ip.replaceFirst("%.*$", ""));
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, NETWORK));
    }

    private static InetAddress address(String ip) {
        if (!IPV4.matcher(ip).matches() && !IPV6.matcher(ip).matches()) {
            throw malformed();
        }
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException notAnAddress) {
            throw malformed();
        }
    }

    private static Malformed malformed() {
        return new Malformed("client address", "an IPv4 or IPv6 address");
    }
}
