/** The functional dimension of families of networks: parameters at which many derivatives are independent. */
@NullMarked
package io.intertwine.dimension;

import org.jspecify.annotations.NullMarked;
