/** The account: one state, one lock, every decision on credentials, factors, sessions and guess budgets. */
@NullMarked
package io.latchkey.command.account;

import org.jspecify.annotations.NullMarked;
