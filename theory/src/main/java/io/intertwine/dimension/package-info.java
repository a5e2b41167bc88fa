/** The functional dimension of families of networks, and at the parameters of a network. */
@NullMarked
package io.intertwine.dimension;

import org.jspecify.annotations.NullMarked;
