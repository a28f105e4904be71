package io.latchkey.value;

/** Kept as typed, spaces too: only the Unicode composition is settled. */
public record Password(String value) {
    public Password {
        value = Typed.sized("password", Typed.withoutControls("password", value), 8, 128);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
