/** The facts: plain records, stored for ever. A class here is never renamed, moved or narrowed. */
@NullMarked
package io.latchkey.event;

import org.jspecify.annotations.NullMarked;
