package io.latchkey.api.storm;

import io.latchkey.api.storm.History.Canary;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks for thousands of secrets in one pass over a text: a place where one begins is known by its first letters. */
final class Canaries {

    private static final int HEAD = 8;

    /** As {@link String#hashCode} weighs them. */
    private static final int BASE = 31;

    private static final int FIRST_WEIGHT = (int) 27_512_614_111L;
    private static final int BITS = 1 << 20;

    private final BitSet heads = new BitSet(BITS);
    private final Map<Integer, Map<String, String>> namesByHead = new HashMap<>();

    Canaries(Collection<Canary> canaries) {
        canaries.forEach(canary -> {
            add(canary.value(), canary.name());
            add(canary.value().replace("-", ""), canary.name());
        });
    }

    private void add(String value, String name) {
        if (value.length() < HEAD) {
            throw new IllegalArgumentException("so short that chance writes it: a " + name);
        }
        int head = value.substring(0, HEAD).hashCode();
        heads.set(head & (BITS - 1));
        namesByHead.computeIfAbsent(head, first -> new HashMap<>()).put(value, name);
    }

    /** The names of those that stand in a text. */
    Set<String> in(String text) {
        var found = new HashSet<String>();
        int hash = 0;
        for (int end = 0; end < text.length(); end++) {
            int start = end - HEAD;
            hash = (start < 0 ? hash : hash - text.charAt(start) * FIRST_WEIGHT) * BASE + text.charAt(end);
            if (start >= -1 && heads.get(hash & (BITS - 1))) {
                startingAt(start + 1, text, hash, found);
            }
        }
        return found;
    }

    private void startingAt(int place, String text, int hash, Set<String> found) {
        namesByHead.getOrDefault(hash, Map.of()).forEach((value, name) -> {
            if (text.startsWith(value, place)) {
                found.add(name);
            }
        });
    }
}
