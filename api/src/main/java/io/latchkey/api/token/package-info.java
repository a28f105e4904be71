/** Five kinds of token, each good at one door only. */
@NullMarked
package io.latchkey.api.token;

import org.jspecify.annotations.NullMarked;
