/** The only package that touches native code: the rank engine on OpenBLAS. */
@NullMarked
package io.intertwine.tensor;

import org.jspecify.annotations.NullMarked;
