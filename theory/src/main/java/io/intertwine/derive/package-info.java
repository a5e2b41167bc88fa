/** Derives the intertwiner groups and relations of activations; what it finds is proved by the checker or stated as not decided. */
@NullMarked
package io.intertwine.derive;

import org.jspecify.annotations.NullMarked;
