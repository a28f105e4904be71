/** Families and businesses: who is in them, who leads them, and whom they help back in. */
@NullMarked
package io.latchkey.query.groups;

import org.jspecify.annotations.NullMarked;
