package io.latchkey.api.mail;

/** A subject in one line, and a text. */
record Letter(String subject, String text) {

    Letter {
        HeaderText.checked(subject);
    }

    /** As one text: the subject is its first line. */
    String joined() {
        return subject + '\n' + text;
    }

    static Letter split(String joined) {
        var end = joined.indexOf('\n');
        return new Letter(joined.substring(0, end), joined.substring(end + 1));
    }

    Letter followedBy(String paragraph) {
        return new Letter(subject, text + '\n' + paragraph + '\n');
    }

    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
