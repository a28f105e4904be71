/** What was lost, and what was not the holder: suspending, freezing and undoing both. */
@NullMarked
package io.latchkey.api.loss;

import org.jspecify.annotations.NullMarked;
