package io.latchkey.secret;

import static io.latchkey.secret.Fixture.ANN;
import static io.latchkey.secret.Fixture.OLD_KEK;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class ErasureInMemoryTest extends ErasureRules {

    private final KeysInMemory table = new KeysInMemory();
    private final AtomicLong nanos = new AtomicLong();

    @Override
    Sealer node() {
        return new Sealer(table.node(Fixture.keys(OLD_KEK), nanos::get));
    }

    @Override
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    long tombstones() {
        return table.byOwner(ANN).filter(row -> row.wrapped() == null).stream().count();
    }
}
