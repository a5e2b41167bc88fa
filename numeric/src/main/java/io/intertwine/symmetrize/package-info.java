/**
 * From a network that carries a symmetry only nearly to one that is layerwise equivariant exactly: the projection of its weights for given
 * latent actions, in exact numbers or in the floats of a file, and what that does to the function.
 */
@NullMarked
package io.intertwine.symmetrize;

import org.jspecify.annotations.NullMarked;
