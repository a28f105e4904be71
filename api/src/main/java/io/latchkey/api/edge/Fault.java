package io.latchkey.api.edge;

/** Which part of a request breaks which rule; never the value. */
public record Fault(String field, String rule) {}
