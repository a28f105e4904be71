@NullMarked
package io.latchkey.event;

import org.jspecify.annotations.NullMarked;
