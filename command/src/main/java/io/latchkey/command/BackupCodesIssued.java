package io.latchkey.command;

/** The new set of backup codes is good, the old one is not. */
public record BackupCodesIssued(String setId) implements Outcome {}
