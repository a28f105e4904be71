/** The recovery kit: a sheet about a recovery code that was just made, written from what its holder sends and kept nowhere. */
@NullMarked
package io.latchkey.api.kit;

import org.jspecify.annotations.NullMarked;
