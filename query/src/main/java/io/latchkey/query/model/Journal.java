package io.latchkey.query.model;

import java.util.List;

/** Keeps one line for every fact, and so knows which ones are new. */
public interface Journal {

    /** Those of the facts that were not here before; only they may reach a projection. */
    List<Fact> append(List<Fact> facts);

    void forget();
}
