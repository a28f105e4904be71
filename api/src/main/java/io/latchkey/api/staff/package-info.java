/** Who works as staff. */
@NullMarked
package io.latchkey.api.staff;

import org.jspecify.annotations.NullMarked;
