/** What only a developer's machine has: never in production. */
@NullMarked
package io.latchkey.api.dev;

import org.jspecify.annotations.NullMarked;
