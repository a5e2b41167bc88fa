/** Activation functions: exact and enclosed values, and the symmetry group of a single unit. */
@NullMarked
package io.intertwine.activation;

import org.jspecify.annotations.NullMarked;
