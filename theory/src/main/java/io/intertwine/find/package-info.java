/** Searches that propose certificates: gauge matching, reduction, witnesses. Nothing here is trusted. */
@NullMarked
package io.intertwine.find;

import org.jspecify.annotations.NullMarked;
