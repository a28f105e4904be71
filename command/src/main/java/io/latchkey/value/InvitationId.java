package io.latchkey.value;

public record InvitationId(String value) {
    public InvitationId {
        Typed.uuid("invitation id", value);
    }

    /** The plain id: messages are routed by it. */
    @Override
    public String toString() {
        return value;
    }
}
