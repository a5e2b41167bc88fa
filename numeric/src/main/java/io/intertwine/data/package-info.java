/** Inputs of networks read from files, as doubles, one input in each row. */
@NullMarked
package io.intertwine.data;

import org.jspecify.annotations.NullMarked;
