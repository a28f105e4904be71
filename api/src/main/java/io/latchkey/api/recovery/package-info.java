/** The way back in with recovery code and mailbox. */
@NullMarked
package io.latchkey.api.recovery;

import org.jspecify.annotations.NullMarked;
