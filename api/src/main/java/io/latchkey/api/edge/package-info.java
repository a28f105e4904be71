/** What every request passes: who asks, from where, how often, once or again, and how a failure looks. */
@NullMarked
package io.latchkey.api.edge;

import org.jspecify.annotations.NullMarked;
