/** The group: a family or a business, its members, and who of them consented to a recovery. */
@NullMarked
package io.latchkey.command.group;

import org.jspecify.annotations.NullMarked;
