package io.latchkey.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of proofs names only tests that there are. */
class ProofsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)?(?:#(\\w+))?`");

    @Test
    void every_test_named_on_the_page_exists() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/proofs.md"))) {
            var named = NAMED.matcher(line);
            var source = "";
            while (named.find()) {
                source = named.group(1) == null ? source : sources.getOrDefault(named.group(1), "");
                if (source.isEmpty() || (named.group(2) != null && !source.contains(" " + named.group(2) + "("))) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        for (var module : new String[] {"command", "query", "api"}) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (var file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
