/**
 * The {@code intertwine} command: one class for each of its commands, their output for people and for programs, and exit codes.
 * Start-up time counts here: no class that a command does not need is loaded before it runs.
 */
@NullMarked
package io.intertwine.cli;

import org.jspecify.annotations.NullMarked;
