/** Reading the trail over HTTP, and rebuilding what is read from. */
@NullMarked
package io.latchkey.api.audit;

import org.jspecify.annotations.NullMarked;
