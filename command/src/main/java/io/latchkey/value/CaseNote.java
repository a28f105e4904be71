package io.latchkey.value;

/** Why staff does something to an account of somebody else, in their words. */
public record CaseNote(String value) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    public CaseNote {
        value = Typed.sized("note", Typed.line("note", value, LONGEST), SHORTEST, LONGEST);
    }

    @Override
    public String toString() {
        return "CaseNote[hidden]";
    }
}
