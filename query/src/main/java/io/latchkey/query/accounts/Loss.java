package io.latchkey.query.accounts;

/** What a person may lose. */
public enum Loss {
    /** With it every authenticator, and one of the trusted devices if there are any. */
    PHONE("the phone"),
    MAILBOX("the mailbox"),
    PASSWORD("the password"),
    SECRET_KEY("the secret key");

    private final String words;

    Loss(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
