package io.latchkey.api.bench;

import io.latchkey.api.bench.Work.Subject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** A number of connections that each ask as fast as they are answered, in slices, so that others can have their turn between. */
final class Load implements AutoCloseable {

    /** What came out of one slice. */
    record Slice(long[] nanos, double seconds) {
        double rate() {
            return nanos.length / seconds;
        }
    }

    private final Subject subject;
    private final List<Work> connections = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();

    Load(Subject subject, int connections) throws Exception {
        this.subject = subject;
        for (int i = 0; i < connections; i++) {
            this.connections.add(subject.opening().open());
        }
    }

    String name() {
        return subject.name();
    }

    void slice(Duration time) throws Exception {
        var start = new CyclicBarrier(connections.size());
        try (var threads = Executors.newFixedThreadPool(connections.size())) {
            var asking = connections.stream()
                    .<Callable<Slice>>map(work -> () -> ask(work, start, time))
                    .toList();
            var parts = new ArrayList<Slice>();
            for (var part : threads.invokeAll(asking)) {
                parts.add(part.get());
            }
            if (parts.stream().allMatch(part -> part.nanos.length == 0)) {
                throw new IllegalStateException(name() + ": nothing is left of what was prepared");
            }
            slices.add(new Slice(
                    parts.stream()
                            .flatMapToLong(part -> LongStream.of(part.nanos))
                            .toArray(),
                    parts.stream().mapToDouble(Slice::seconds).max().orElseThrow()));
        }
    }

    private static Slice ask(Work work, CyclicBarrier start, Duration time) throws Exception {
        var nanos = LongStream.builder();
        start.await();
        long begin = System.nanoTime();
        long now = begin;
        while (now - begin < time.toNanos() && work.once()) {
            long then = System.nanoTime();
            nanos.add(then - now);
            now = then;
        }
        return new Slice(nanos.build().toArray(), (System.nanoTime() - begin) / 1e9);
    }

    /** The rate of each slice, in the order they were measured. */
    double[] rates() {
        return slices.stream().mapToDouble(Slice::rate).toArray();
    }

    long count() {
        return slices.stream().mapToLong(slice -> slice.nanos.length).sum();
    }

    /** The time within which this part of all answers came, in milliseconds. */
    double millis(double part) {
        var all = slices.stream()
                .flatMapToLong(slice -> LongStream.of(slice.nanos))
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[(int) Math.ceil(part * all.length) - 1] / 1e6;
    }

    @Override
    public void close() throws IOException, SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
