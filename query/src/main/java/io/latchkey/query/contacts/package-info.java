/** Recovery contacts: whom a holder named, whose contact somebody is, and what waits for approval. */
@NullMarked
package io.latchkey.query.contacts;

import org.jspecify.annotations.NullMarked;
