/** Where a computed double becomes exact, or exact becomes double, with the error stated. */
@NullMarked
package io.intertwine.lift;

import org.jspecify.annotations.NullMarked;
