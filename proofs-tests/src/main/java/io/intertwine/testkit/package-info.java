/**
 * For property-based tests with jqwik: groups, representations, activations and networks with known answers, and an evaluator in
 * decimal arithmetic that shares no code with the toolkit's own evaluation.
 */
@NullMarked
package io.intertwine.testkit;

import org.jspecify.annotations.NullMarked;
