package io.latchkey.api.storm;

/** Something that must never be, by the number of its invariant. */
public record Violation(String invariant, String what) {

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
