@NullMarked
package io.latchkey.query;

import org.jspecify.annotations.NullMarked;
