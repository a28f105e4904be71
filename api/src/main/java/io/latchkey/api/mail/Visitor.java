package io.latchkey.api.mail;

import io.latchkey.event.Origin;
import io.latchkey.secret.Sealer;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;

/** Who came, told coarsely: the family of the program and the beginning of the address. */
final class Visitor {

    private static final List<Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Safari/", "Safari"),
            Map.entry("curl/", "curl"));
    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "an iPhone"),
            Map.entry("iPad", "an iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Macintosh", "a Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private static final Pattern BEGINNING =
            Pattern.compile("^(?:([0-9]{1,3}\\.[0-9]{1,3})\\.[0-9]{1,3}\\.[0-9]{1,3}$|([0-9a-f]{0,4}:[0-9a-f]{0,4}):)");

    private final Sealer sealer;

    Visitor(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Never the agent's own words: whoever came has chosen them. What the service does when its time has come, nobody caused. */
    String of(MetaData origin) {
        if (!origin.containsKey(Origin.CLIENT)) {
            return "the service itself";
        }
        var program = opened(origin, Origin.AGENT).map(Visitor::program).orElse("an unknown program");
        return opened(origin, Origin.CLIENT)
                .map(Visitor::network)
                .map(network -> program + ", address " + network)
                .orElse(program);
    }

    private Optional<String> opened(MetaData origin, String key) {
        return origin.get(key) instanceof String sealed && !sealed.isEmpty()
                ? sealer.open("Origin/" + key, sealed)
                : Optional.empty();
    }

    private static String program(String agent) {
        var program = first(PROGRAMS, agent).orElse("an unknown program");
        return first(SYSTEMS, agent).map(system -> program + " on " + system).orElse(program);
    }

    private static Optional<String> first(List<Entry<String, String>> families, String agent) {
        return families.stream()
                .filter(family -> agent.contains(family.getKey()))
                .map(Entry::getValue)
                .findFirst();
    }

    /** Half of an IPv4 address, the first two groups of an IPv6 address. */
    private static String network(String address) {
        var beginning = BEGINNING.matcher(address);
        if (!beginning.find()) {
            return "unknown";
        }
        return beginning.group(1) == null ? beginning.group(2) + ":*" : beginning.group(1) + ".*.*";
    }
}
