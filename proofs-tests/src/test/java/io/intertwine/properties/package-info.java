/** Properties of the theory: what verification finds, what it must never claim, and what certificates bind. */
@NullMarked
package io.intertwine.properties;

import org.jspecify.annotations.NullMarked;
