/** What an account has: its overview, authenticators, sessions and devices. */
@NullMarked
package io.latchkey.query.accounts;

import org.jspecify.annotations.NullMarked;
