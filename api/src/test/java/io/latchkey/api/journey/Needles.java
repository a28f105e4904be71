package io.latchkey.api.journey;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks for thousands of texts in one pass over another: a place where one begins is known by its first letters. */
public final class Needles {

    private static final int HEAD = 6;

    /** As {@link String#hashCode} weighs them. */
    private static final int BASE = 31;

    private static final int FIRST_WEIGHT = BASE * BASE * BASE * BASE * BASE;
    private static final int BITS = 1 << 20;

    private final BitSet heads = new BitSet(BITS);
    private final Map<Integer, Map<String, Set<String>>> namesByHead = new HashMap<>();

    /** A text of six characters or more, and what it is called. */
    public void add(String text, String name) {
        if (text.length() < HEAD) {
            throw new IllegalArgumentException("so short that chance writes it: a " + name);
        }
        int head = text.substring(0, HEAD).hashCode();
        heads.set(head & (BITS - 1));
        namesByHead
                .computeIfAbsent(head, first -> new HashMap<>())
                .computeIfAbsent(text, first -> new HashSet<>())
                .add(name);
    }

    /** The names of those that stand in a text. */
    public Set<String> in(String haystack) {
        var found = new HashSet<String>();
        int hash = 0;
        for (int end = 0; end < haystack.length(); end++) {
            int start = end - HEAD;
            hash = (start < 0 ? hash : hash - haystack.charAt(start) * FIRST_WEIGHT) * BASE + haystack.charAt(end);
            if (start >= -1 && heads.get(hash & (BITS - 1))) {
                startingAt(start + 1, haystack, hash, found);
            }
        }
        return found;
    }

    private void startingAt(int place, String haystack, int hash, Set<String> found) {
        namesByHead.getOrDefault(hash, Map.of()).forEach((text, names) -> {
            if (haystack.startsWith(text, place)) {
                found.addAll(names);
            }
        });
    }
}
