package io.latchkey.query.audit;

import org.jspecify.annotations.Nullable;

/** What happened to one account, newest first, for its holder. */
public record FindActivity(String accountId, @Nullable String after, int limit) {
    public FindActivity {
        Page.requireLimit(limit);
        if (after != null) {
            Cursor.bounded(after);
        }
    }
}
