/** Networks as sequences of layers with exact parameters, and their exact evaluation. */
@NullMarked
package io.intertwine.net;

import org.jspecify.annotations.NullMarked;
