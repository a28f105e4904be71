/** Keys, sealing and hashing: nothing secret leaves this package in readable form. */
@NullMarked
package io.latchkey.secret;

import org.jspecify.annotations.NullMarked;
