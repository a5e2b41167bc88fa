/**
 * Strict readers and writers of networks, symmetries, certificates and vectors. Every number is read exactly, from its decimal text
 * or from the bits of its float; whatever is not understood is refused in one line that says where and how to mend it.
 */
@NullMarked
package io.intertwine.io;

import org.jspecify.annotations.NullMarked;
