/** Latent symmetry groups of an architecture, and what it means that a layer intertwines two of their elements. */
@NullMarked
package io.intertwine.symmetry;

import org.jspecify.annotations.NullMarked;
