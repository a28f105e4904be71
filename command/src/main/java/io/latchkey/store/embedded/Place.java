package io.latchkey.store.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Where everything lies: PostgreSQL's own files in one directory, ours beside it. */
record Place(Path data) {

    Path home() {
        return data.resolve("postgresql");
    }

    Path cluster() {
        return home().resolve("cluster");
    }

    Path log() {
        return home().resolve("postgresql.log");
    }

    Path access() {
        return data.resolve("postgresql.properties");
    }

    Path lock() {
        return data.resolve("postgresql.lock");
    }

    Path output() {
        return data.resolve("postgresql.out");
    }

    void create() throws IOException {
        Directories.createPrivate(data);
        Directories.createPrivate(home());
    }
}
