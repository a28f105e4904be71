package io.latchkey.api.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs inside the service at every named moment: waits there while a file of that name lies in its directory. Never final: the rules extend it. */
public class Held {

    static final String DIRECTORY = "storm.moments";

    private static final Path WHERE = Path.of(System.getProperty(DIRECTORY, "."));

    /** Called by the rules. */
    public void here(String moment) {
        var armed = WHERE.resolve(moment);
        if (!Files.exists(armed)) {
            return;
        }
        try {
            Files.writeString(WHERE.resolve(moment + ".reached"), "");
            while (Files.exists(armed)) {
                Thread.sleep(10);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
