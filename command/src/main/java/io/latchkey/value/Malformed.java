package io.latchkey.value;

import java.io.Serial;

/** What was asked for cannot be meant; tells the rule, never the value. */
public class Malformed extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    public Malformed(String field, String rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    public String rule() {
        return rule;
    }
}
