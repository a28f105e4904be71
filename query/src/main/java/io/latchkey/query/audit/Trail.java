package io.latchkey.query.audit;

import java.util.List;

/** The steps of one recovery, oldest first, for its case file. */
public final class Trail {

    private static final int MOST_STEPS = 500;

    private final TrailTable table;
    private final TrailRecords records;

    Trail(TrailTable table, TrailRecords records) {
        this.table = table;
        this.records = records;
    }

    public List<TrailRecord> stepsOf(String recoveryId) {
        var filter = new TrailFilter(null, recoveryId, null, null, null, null, null, null);
        return records.of(table.following(filter, null, 0, Long.MAX_VALUE, MOST_STEPS));
    }
}
