package io.latchkey.query.audit;

import io.latchkey.value.Malformed;

/** How much may be asked for at once. */
final class Page {

    static final int LARGEST = 200;

    private Page() {}

    static void requireLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new Malformed("limit", "1 to " + LARGEST);
        }
    }
}
