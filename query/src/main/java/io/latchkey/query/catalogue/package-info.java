/** Every kind of event in words: what support says about it, who is told, what the outside calls it. */
@NullMarked
package io.latchkey.query.catalogue;

import org.jspecify.annotations.NullMarked;
