/** Networks and symmetries made to order: worked examples of the theory. */
@NullMarked
package io.intertwine.construct;

import org.jspecify.annotations.NullMarked;
