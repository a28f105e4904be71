package io.latchkey.command;

import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import java.time.Instant;
import java.util.List;

/** What tokens may be made of a session; assurance is the NIST level. */
public record SessionGrant(
        String accountId,
        String sessionId,
        int generation,
        SessionKind kind,
        int assurance,
        List<Factor> factors,
        List<Role> roles,
        Instant provenAt,
        Instant expiresAt) {}
