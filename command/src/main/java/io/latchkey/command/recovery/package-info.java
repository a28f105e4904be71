/** The recovery: one case with its own id, from its start to its end. */
@NullMarked
package io.latchkey.command.recovery;

import org.jspecify.annotations.NullMarked;
