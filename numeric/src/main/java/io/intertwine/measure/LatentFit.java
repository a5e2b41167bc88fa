package io.intertwine.measure;

import io.intertwine.match.FloatingMap;

/**
 * The map of a latent space that imitates a group element best, and how well it does at other inputs.
 *
 * @param map the map A of least squares, with a translation if one was asked for; perhaps singular
 * @param rank the number of independent units at the inputs of the fit, the constant function counted among them where a translation was
 *     asked for: below the number of units some are silent, or combinations of others
 * @param fitted the relative error (sum |f_i(g x) - A f_i(x)|^2 / sum |f_i(g x)|^2)^(1/2) at the inputs of the fit; far below the
 *     residual, there were too few of them
 * @param residual at the other inputs
 */
public record LatentFit(FloatingMap map, int rank, double fitted, LatentResidual residual) {}
