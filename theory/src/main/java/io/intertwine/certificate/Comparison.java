package io.intertwine.certificate;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.List;

/** Why two networks f and g have the same function. Dense layers in a row count as their product everywhere but in {@link Gauge}. */
public sealed interface Comparison {
    /**
     * The networks have the same layers up to changes of coordinates of the latent spaces: g_i k_(i-1) = k_i f_i for every layer, where
     * k is the identity on inputs and outputs.
     *
     * @param maps k_1, ..., k_(L-1), one for every latent space, before and after each activation
     */
    record Gauge(List<AffineMap> maps) implements Comparison {
        public Gauge {
            maps = List.copyOf(maps);
        }
    }

    /**
     * At most one hidden layer each: the difference is a sum of functions of one affine form each. They cancel after equal forms are
     * collected, up to the maps of each unit's group and the stated bypass relations; what is left on parallel forms is proved to be
     * affine as an identity of one variable.
     *
     * @param bypasses relations s(x) - s(-x) = slope x of activations that occur
     */
    record Ridge(List<Bypass> bypasses) implements Comparison {
        public Ridge {
            bypasses = List.copyOf(bypasses);
        }
    }

    /**
     * The relation s(x) - s(-x) = slope x.
     *
     * @param activation s
     * @param slope the factor on the right
     */
    record Bypass(Activation activation, Scalar slope) {}

    /** All activations are polynomials: both networks are expanded as polynomials in the inputs. */
    record Expansion() implements Comparison {}

    /**
     * All activations are continuous and piecewise affine: the input space is cut into polyhedra on which both networks are affine.
     *
     * @param tree the cuts
     */
    record Regions(RegionTree tree) implements Comparison {}
}
