package io.latchkey.query.accounts;

import java.util.List;

/** The live sessions of an account, oldest first. */
public record Sessions(List<SessionLine> sessions) {}
