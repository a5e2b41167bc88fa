/**
 * Self-contained HTML reports with pictures. Every picture is drawn from numbers rounded by {@link io.intertwine.lift.Doubles};
 * nothing that a report states rests on them.
 */
@NullMarked
package io.intertwine.report;

import org.jspecify.annotations.NullMarked;
