/** Families and businesses over HTTP, and the help of their organizers. */
@NullMarked
package io.latchkey.api.group;

import org.jspecify.annotations.NullMarked;
