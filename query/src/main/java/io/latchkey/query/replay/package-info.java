/** Rebuilding all read models beside the live ones, and putting right what differs. */
@NullMarked
package io.latchkey.query.replay;

import org.jspecify.annotations.NullMarked;
