/** What all read models share: the event as a fact, its place in the trail, and writing in batches. */
@NullMarked
package io.latchkey.query.model;

import org.jspecify.annotations.NullMarked;
