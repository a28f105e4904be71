package io.latchkey.command;

import java.util.List;

/** What a command answers on its way back: the outcome, and the facts that were recorded with it. */
public record Decided(Outcome outcome, List<Recorded> recorded) {

    /** One recorded fact: its aggregate and its place in that stream, from 0. */
    public record Recorded(String aggregateId, long sequence) {}
}
