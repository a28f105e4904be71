/** The case file of each recovery: what was proven, what is missing, how it ended. */
@NullMarked
package io.latchkey.query.recoveries;

import org.jspecify.annotations.NullMarked;
