package io.intertwine.net;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.List;
import java.util.Optional;

/** A function from R^n to R^m whose values are computed exactly where they are known, and in proven enclosures elsewhere. */
public interface VectorFunction {
    /** The exact value, where it is known. */
    Optional<List<Scalar>> exact(List<Scalar> x);

    /** Enclosures of the value, computed with so many bits after the binary point. */
    List<Enclosure> enclose(List<Scalar> x, int bits);

    /** The function of a network. */
    static VectorFunction of(Network network) {
        return new VectorFunction() {
            @Override
            public Optional<List<Scalar>> exact(List<Scalar> x) {
                return Evaluation.exact(network, x);
            }

            @Override
            public List<Enclosure> enclose(List<Scalar> x, int bits) {
                return Evaluation.enclose(network, x, bits);
            }
        };
    }

    /** x -> f(rho x), for this function f. */
    default VectorFunction after(AffineMap rho) {
        VectorFunction f = this;
        return new VectorFunction() {
            @Override
            public Optional<List<Scalar>> exact(List<Scalar> x) {
                return f.exact(rho.apply(x));
            }

            @Override
            public List<Enclosure> enclose(List<Scalar> x, int bits) {
                return f.enclose(rho.apply(x), bits);
            }
        };
    }

    /** x -> rho f(x), for this function f. */
    default VectorFunction followedBy(AffineMap rho) {
        VectorFunction f = this;
        return new VectorFunction() {
            @Override
            public Optional<List<Scalar>> exact(List<Scalar> x) {
                return f.exact(x).map(rho::apply);
            }

            @Override
            public List<Enclosure> enclose(List<Scalar> x, int bits) {
                return Evaluation.enclose(rho, f.enclose(x, bits), bits);
            }
        };
    }
}
