/**
 * Approximate matching of units: verification in floating point with a stated tolerance. Nothing here proves anything, and no result
 * of this package is ever turned into an exact one.
 */
@NullMarked
package io.intertwine.match;

import org.jspecify.annotations.NullMarked;
