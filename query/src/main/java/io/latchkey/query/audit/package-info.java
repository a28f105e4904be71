/** The trail: one record for every event, and the two ways to read it. */
@NullMarked
package io.latchkey.query.audit;

import org.jspecify.annotations.NullMarked;
