/** RFC 6238 and nothing else. */
@NullMarked
package io.latchkey.totp;

import org.jspecify.annotations.NullMarked;
