package io.latchkey.query.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Enough of a client to know it again, too little to find it. */
final class Masked {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final List<Family> FAMILIES = List.of(
            new Family("Edg", "Edge"),
            new Family("OPR/", "Opera"),
            new Family("SamsungBrowser", "Samsung Internet"),
            new Family("Firefox", "Firefox"),
            new Family("FxiOS", "Firefox"),
            new Family("CriOS", "Chrome"),
            new Family("Chrome", "Chrome"),
            new Family("Safari", "Safari"),
            new Family("curl/", "curl"),
            new Family("okhttp", "OkHttp"),
            new Family("CFNetwork", "Apple app"),
            new Family("Dalvik", "Android app"),
            new Family("Java", "Java"));

    private record Family(String mark, String name) {}

    private Masked() {}

    /** 203.0.113.x or 2001:db8:1:2::x; anything that is not an address in digits is not shown. */
    static @Nullable String address(@Nullable String ip) {
        if (ip == null || !LITERAL.matcher(ip).matches()) {
            return null;
        }
        try {
            var address = InetAddress.getByName(ip);
            return address instanceof Inet4Address
                    ? address.getHostAddress().replaceFirst("\\d+$", "x")
                    : network(address.getAddress());
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    /** The name of the program, never its version. */
    static @Nullable String agent(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        return FAMILIES.stream()
                .filter(family -> userAgent.contains(family.mark))
                .map(Family::name)
                .findFirst()
                .orElse("other");
    }

    private static String network(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            text.append(Integer.toHexString(((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF)))
                    .append(':');
        }
        return text.append(":x").toString();
    }
}
