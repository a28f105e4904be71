package io.latchkey.query.model;

import java.util.List;

/** All read models over one set of tables; written in one transaction for each batch. */
public final class Memory {

    private final Journal journal;
    private final List<Projection> projections;

    public Memory(Journal journal, List<Projection> projections) {
        this.journal = journal;
        this.projections = List.copyOf(projections);
    }

    /** Answers those of the facts that were not here before. */
    public List<Fact> project(List<Fact> facts) {
        var fresh = journal.append(facts);
        if (!fresh.isEmpty()) {
            projections.forEach(projection -> projection.project(fresh));
        }
        return fresh;
    }

    public void forget() {
        journal.forget();
        projections.forEach(Projection::forget);
    }
}
