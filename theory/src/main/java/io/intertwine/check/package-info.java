/**
 * The trusted kernel: the only place where a {@link io.intertwine.check.Theorem} is made. It reads the claim from the caller, never from
 * the certificate, and recomputes everything. One file a rule.
 */
@NullMarked
package io.intertwine.check;

import org.jspecify.annotations.NullMarked;
