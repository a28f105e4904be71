/** The words: each value is valid and in one spelling, or does not exist. */
@NullMarked
package io.latchkey.value;

import org.jspecify.annotations.NullMarked;
