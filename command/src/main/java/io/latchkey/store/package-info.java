@NullMarked
package io.latchkey.store;

import org.jspecify.annotations.NullMarked;
