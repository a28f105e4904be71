/** What a holder does with the own account: register, protect, change, leave. */
@NullMarked
package io.latchkey.api.account;

import org.jspecify.annotations.NullMarked;
