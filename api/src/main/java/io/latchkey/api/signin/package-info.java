/** Signing in and keeping sessions. */
@NullMarked
package io.latchkey.api.signin;

import org.jspecify.annotations.NullMarked;
