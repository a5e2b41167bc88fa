/**
 * How far a network is from a symmetry, in floating point, with the uncertainty of every number: errors of the function at inputs, linear
 * maps between latent spaces, and tests against chance. Nothing here proves anything.
 */
@NullMarked
package io.intertwine.measure;

import org.jspecify.annotations.NullMarked;
