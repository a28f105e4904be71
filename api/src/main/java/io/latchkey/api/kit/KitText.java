package io.latchkey.api.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kit as plain text, for a terminal or a password manager. */
final class KitText {

    private static final int LINE = 76;

    private KitText() {}

    static byte[] of(RecoveryKit kit) {
        return String.join("\n", lines(kit)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(RecoveryKit kit) {
        var lines = new ArrayList<String>();
        lines.add("Recovery kit of " + kit.issuer());
        lines.add("");
        fact(lines, "Label", kit.label());
        fact(lines, "Account", kit.account());
        fact(lines, "Address", kit.address());
        fact(lines, "Made on", kit.madeOn().toString());
        fact(lines, "Fingerprint", kit.fingerprint());
        lines.addAll(List.of("", "    " + kit.recoveryCode(), "", "How to use it", ""));
        for (int step = 0; step < kit.use().size(); step++) {
            item(lines, (step + 1) + ". ", kit.use().get(step));
        }
        lines.addAll(List.of("", "How to keep it", ""));
        kit.keep().forEach(advice -> item(lines, "-  ", advice));
        lines.addAll(List.of("", "Questions: " + kit.contact(), ""));
        return lines;
    }

    private static void fact(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(name + ":" + " ".repeat(13 - name.length()) + value);
        }
    }

    private static void item(List<String> lines, String mark, String text) {
        var line = new StringBuilder(mark);
        for (var word : text.split(" ", -1)) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(mark.length()));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
