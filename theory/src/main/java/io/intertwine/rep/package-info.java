/** Representations: affine maps of coordinate spaces, and homomorphisms into them. */
@NullMarked
package io.intertwine.rep;

import org.jspecify.annotations.NullMarked;
