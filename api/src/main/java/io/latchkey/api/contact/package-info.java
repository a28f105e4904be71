/** Recovery contacts: naming them, being one, approving a recovery. */
@NullMarked
package io.latchkey.api.contact;

import org.jspecify.annotations.NullMarked;
