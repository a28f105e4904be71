/** Mail is a reaction to events: queued in the transaction that read them, sent until it would be stale. */
@NullMarked
package io.latchkey.api.mail;

import org.jspecify.annotations.NullMarked;
