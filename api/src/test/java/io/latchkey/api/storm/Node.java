package io.latchkey.api.storm;

import io.latchkey.api.journey.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A service that can be held at a named moment, killed there, and started again. */
final class Node implements AutoCloseable {

    private final Path data;
    private final Path moments;
    private final Path script;
    private final String[] arguments;
    private ServiceProcess process;

    Node(String name, Path data, Path scratch, List<String> settings) {
        this(name, data, scratch, settings, Moment.script());
    }

    /** Held at other moments than those of a store in PostgreSQL. */
    Node(String name, Path data, Path scratch, List<String> settings, String rules) {
        this.data = data;
        this.moments = scratch.resolve(name);
        try {
            Files.createDirectories(moments);
            this.script = Files.writeString(moments.resolve("moments.btm"), rules);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var all = new ArrayList<>(settings);
        all.add("--management.endpoint.health.show-details=always");
        all.add("-XX:+EnableDynamicAgentLoading");
        all.add("-D" + Held.DIRECTORY + "=" + moments);
        this.arguments = all.toArray(String[]::new);
        this.process = ServiceProcess.start(data, arguments);
        process.load(agent(), "script:" + script);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + process.port);
    }

    ServiceProcess process() {
        return process;
    }

    void arm(Enum<?> moment) {
        delete(moment.name() + ".reached");
        try {
            Files.writeString(moments.resolve(moment.name()), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean reached(Enum<?> moment) {
        return Files.exists(moments.resolve(moment.name() + ".reached"));
    }

    /** Goes on, if it was held. */
    void release() {
        Stream.of(Moment.values(), ServerMoment.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .forEach(moment -> {
                    delete(moment);
                    delete(moment + ".reached");
                });
    }

    void kill() {
        process.kill();
    }

    void startAgain() {
        process = process.again(data, arguments);
        process.load(agent(), "script:" + script);
    }

    @Override
    public void close() {
        process.close();
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(moments.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path agent() {
        try {
            return Path.of(Class.forName("org.jboss.byteman.agent.Main")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ReflectiveOperationException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
