package io.latchkey.api.token;

/** What a token is for, by the type in its header; one kind never opens the door of another. */
public enum TokenKind {
    ACCESS("at+jwt"),
    REFRESH("refresh+jwt"),
    SIGN_IN("signin+jwt"),
    RECOVERY("recovery+jwt"),
    DEVICE("device+jwt");

    private final String type;

    TokenKind(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }
}
