/** What can be asserted. A claim is a statement about values that the caller holds; nothing here says that it is true. */
@NullMarked
package io.intertwine.claim;

import org.jspecify.annotations.NullMarked;
