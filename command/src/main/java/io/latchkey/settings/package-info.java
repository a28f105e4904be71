/** What an operator may set, and why the service may refuse to start. */
@NullMarked
package io.latchkey.settings;

import org.jspecify.annotations.NullMarked;
