package io.latchkey.event;

import java.util.List;

/** A new set of backup codes replaced the old one; a verifier per slot. */
public record BackupCodesGenerated(String accountId, String setId, List<String> sealedVerifiers)
        implements AccountEvent {}
