/** Exact numbers and rigorous enclosures of real numbers. */
@NullMarked
package io.intertwine.exact;

import org.jspecify.annotations.NullMarked;
