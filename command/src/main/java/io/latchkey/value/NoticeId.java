package io.latchkey.value;

public record NoticeId(String value) {
    public NoticeId {
        Typed.uuid("notice id", value);
    }

    /** The plain id: it is in the link of the notice and in the trail. */
    @Override
    public String toString() {
        return value;
    }
}
