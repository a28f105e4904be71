package io.latchkey.command;

/** The recovery code is the active one. */
public record Matched(String codeId) implements Outcome {}
