package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses to run as root: this finds a way to start it as somebody less powerful. */
record Unprivileged(List<String> prefix, @Nullable String user) {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<String> USERS = List.of("postgres", "nobody");

    interface Search {
        Unprivileged find(Path scratch) throws IOException;
    }

    static Unprivileged find(Path scratch) throws IOException {
        return isRoot() ? find(scratch, List.of("unshare", "setpriv", "runuser")) : new Unprivileged(List.of(), null);
    }

    static Unprivileged find(Path scratch, List<String> tools) throws IOException {
        if (tools.contains("unshare") && works(List.of("unshare", "--user"), scratch)) {
            return new Unprivileged(List.of("unshare", "--user"), null);
        }
        for (var user : USERS) {
            var dropped = drop(user, tools, scratch);
            if (dropped.isPresent()) {
                return new Unprivileged(dropped.get(), user);
            }
        }
        throw new CannotStart("PostgreSQL refuses to run as root, and neither unshare, setpriv nor runuser works here:"
                + " start Latchkey as another user, or set latchkey.database.url to a PostgreSQL of yours.");
    }

    /** Hands PostgreSQL's files to whoever it runs as, also when another way was taken the last time. */
    void own(Place place) throws IOException {
        if (!isRoot()) {
            return;
        }
        var users = FileSystems.getDefault().getUserPrincipalLookupService();
        var owner = users.lookupPrincipalByName(user == null ? "root" : user);
        try (var paths = Files.walk(place.home())) {
            for (var path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Files.setOwner(path, owner);
            }
        }
        if (user != null) {
            letIn(place, user);
        }
    }

    private void letIn(Place place, String name) throws IOException {
        Directories.protect(place.data(), "rwx--x--x");
        if (!new Tool(prefix, place.output())
                .succeeds(LIMIT, List.of("test", "-w", place.home().toString()))) {
            throw new CannotStart("The user " + name + ", as whom PostgreSQL must run when Latchkey is started by root,"
                    + " cannot enter " + place.home() + ": set latchkey.data to a directory that every user may pass"
                    + " through, or start Latchkey as another user.");
        }
    }

    private static Optional<List<String>> drop(String user, List<String> tools, Path scratch) throws IOException {
        var ways = List.of(
                List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups"),
                List.of("setpriv", "--reuid=" + user, "--regid=nobody", "--clear-groups"),
                List.of("runuser", "-u", user, "--"));
        for (var way : ways) {
            if (tools.contains(way.getFirst()) && works(way, scratch)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private static boolean works(List<String> prefix, Path scratch) throws IOException {
        try {
            return new Tool(prefix, scratch).succeeds(LIMIT, List.of("true"));
        } catch (IOException notInstalled) {
            return false;
        }
    }

    static boolean isRoot() throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return false;
        }
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : System.getProperty("user.name").equals("root");
    }
}
