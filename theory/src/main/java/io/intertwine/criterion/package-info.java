/** Published criteria for the identifiability of parameters: their hypotheses as exact checks on a network, and their sources. */
@NullMarked
package io.intertwine.criterion;

import org.jspecify.annotations.NullMarked;
