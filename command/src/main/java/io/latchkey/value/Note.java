package io.latchkey.value;

/** Why an organizer begins a recovery; whoever approves it reads this, so it is there, short, and carries no link. */
public record Note(String value) {
    public Note {
        value = new Label(Typed.line("reason", value, 64)).value();
    }

    @Override
    public String toString() {
        return "Note[hidden]";
    }
}
