package io.latchkey.api.edge;

import io.latchkey.value.Malformed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address or a block of them, as in {@code 10.0.0.0/8}; names are never looked up. */
record Network(byte[] address, int prefix) {

    /** An IPv6 address that ends in an IPv4 one; the JDK would also take zeros without end. */
    private static final int LONGEST = 45;

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LITERAL = Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    static Network of(String text) {
        var slash = text.indexOf('/');
        var bytes = bytes(slash < 0 ? text : text.substring(0, slash)).orElseThrow(Network::malformed);
        return new Network(bytes, slash < 0 ? bytes.length * 8 : prefix(text.substring(slash + 1), bytes.length * 8));
    }

    static Optional<byte[]> bytes(String literal) {
        if (literal.length() > LONGEST || !LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static int prefix(String text, int longest) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > longest) {
            throw malformed();
        }
        return Integer.parseInt(text);
    }

    private static Malformed malformed() {
        return new Malformed("latchkey.trusted-proxies", "addresses or networks such as 10.0.0.0/8");
    }
}
