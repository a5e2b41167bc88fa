/** Groups: words, presentations, permutations, closures of generators. */
@NullMarked
package io.intertwine.group;

import org.jspecify.annotations.NullMarked;
