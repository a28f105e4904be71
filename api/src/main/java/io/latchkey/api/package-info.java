@NullMarked
package io.latchkey.api;

import org.jspecify.annotations.NullMarked;
