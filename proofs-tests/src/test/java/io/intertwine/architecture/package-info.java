/** The rules that hold for the whole code: who may import whom, and what each package must do without. */
@NullMarked
package io.intertwine.architecture;

import org.jspecify.annotations.NullMarked;
