package io.latchkey.value;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** What a person calls a device or an authenticator; it is shown in mail, so it cannot carry a link. */
public record Label(String value) {
    public Label {
        value = Typed.line("label", value, 64);
        var plain = Normalizer.normalize(value, Form.NFKC).toLowerCase(Locale.ROOT);
        if (plain.contains("://") || plain.contains("www.")) {
            throw new Malformed("label", "no links");
        }
    }

    @Override
    public String toString() {
        return "Label[hidden]";
    }
}
