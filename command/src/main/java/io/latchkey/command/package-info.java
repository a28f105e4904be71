@NullMarked
package io.latchkey.command;

import org.jspecify.annotations.NullMarked;
