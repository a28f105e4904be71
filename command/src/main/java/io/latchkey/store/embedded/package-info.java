/** A real PostgreSQL that the service unpacks, starts and stops by itself. */
@NullMarked
package io.latchkey.store.embedded;

import org.jspecify.annotations.NullMarked;
