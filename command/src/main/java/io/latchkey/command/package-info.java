/** The wishes and what they answer. */
@NullMarked
package io.latchkey.command;

import org.jspecify.annotations.NullMarked;
