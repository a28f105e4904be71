package io.latchkey.query.model;

import java.util.List;

/** Answers one question from facts it has not seen before, and can forget them all. */
public interface Projection {

    /** Called within a transaction, with facts in the order of the stream. */
    void project(List<Fact> facts);

    void forget();
}
