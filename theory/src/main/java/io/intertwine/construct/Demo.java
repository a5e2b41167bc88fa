package io.intertwine.construct;

import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;

/**
 * Built-in data to look at.
 *
 * @param name a short name
 * @param description what it is, as one sentence
 * @param network the network
 * @param symmetry the symmetry to verify
 */
public record Demo(String name, String description, Network network, Symmetry symmetry) {}
