package io.latchkey.query.accounts;

import java.util.List;

/** Everybody with a staff role. */
public record Staff(List<StaffLine> staff) {}
