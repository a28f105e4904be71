/** The main job as an ordinary HTTP client does it, told step by step. Development only. */
@NullMarked
package io.latchkey.api.tour;

import org.jspecify.annotations.NullMarked;
