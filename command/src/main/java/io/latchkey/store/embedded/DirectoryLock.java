package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held by one service at a time; the system drops it when that process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Place place) throws IOException {
        place.create();
        var channel = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException heldHere) {
            // The same answer as for another process: below.
        }
        channel.close();
        throw new CannotStart("Another Latchkey is running on the data directory " + place.data()
                + ": stop it, or set latchkey.data to another directory.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
