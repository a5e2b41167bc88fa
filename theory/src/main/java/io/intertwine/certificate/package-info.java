/** Untrusted evidence for claims. A certificate is data: only {@code io.intertwine.check} decides what it proves. */
@NullMarked
package io.intertwine.certificate;

import org.jspecify.annotations.NullMarked;
