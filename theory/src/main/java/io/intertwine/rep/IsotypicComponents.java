package io.intertwine.rep;

import io.intertwine.exact.RationalRoots;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.UnivariatePolynomial;
import io.intertwine.group.GaloisClass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The decomposition of a semisimple representation of any group, finite or not, by the algebra End_G(V) of commuting maps: its central
 * idempotents cut V into isotypic components, and the form trace(x y) on a component tells the type over the real numbers. The algebra of
 * a component whose centre is Q is over the real numbers M_m(R), M_(m/2)(H), of dimension m^2, with the signatures m and -m. Where the
 * centre is an imaginary quadratic field it is M_m(C), of dimension 2 m^2 (T. Y. Lam, A First Course in Noncommutative Rings, sections 3
 * and 13).
 */
public final class IsotypicComponents {
    /** The largest dimension of the space, and of the algebra of commuting maps. */
    public static final int LARGEST = 150;

    private static final int LARGEST_ALGEBRA = 40;

    /** How many elements of the centre are tried. */
    private static final int TRIALS = 20;

    /** They are combinations of a basis with the powers of a number modulo this prime. */
    private static final int COEFFICIENTS = 1009;

    private final List<Component> components;

    /**
     * A part of the representation without common constituents with the others.
     *
     * @param projection the projection onto it along the others, which commutes with the group
     * @param trivial whether nothing moves in it
     * @param algebra the dimension of its algebra of commuting maps
     * @param centre the minimal polynomial over Q of a number that generates the centre of this algebra. Where its degree is at most 3 the
     *     centre is a field, and the component is a multiple of one irreducible representation over Q; else it may be several
     * @param signature of the form trace(x y) on the algebra
     */
    public record Component(
            SparseMatrix projection, boolean trivial, int algebra, UnivariatePolynomial centre, int signature) {
        /** The dimension. */
        public int dimension() {
            return Semisimplicity.trace(projection).rational().getNumerator().intValueExact();
        }

        /** Whether the component is known to be a multiple of one irreducible representation over Q. */
        public boolean isIsotypic() {
            return centre.degree() <= 3;
        }

        /** The type over the real numbers, where the component is a multiple of one irreducible representation there. */
        public Optional<GaloisClass.Type> type() {
            if (centre.degree() == 1 && signature * signature == algebra) {
                return Optional.of(signature > 0 ? GaloisClass.Type.REAL : GaloisClass.Type.QUATERNIONIC);
            }
            boolean imaginary = centre.degree() == 2
                    && centre.coefficient(1)
                                    .pow(2)
                                    .compareTo(centre.coefficient(0).multiply(4))
                            < 0;
            return imaginary ? Optional.of(GaloisClass.Type.COMPLEX) : Optional.empty();
        }

        /** How often the irreducible representation over the real numbers is contained, if there is one. */
        private int copies(GaloisClass.Type type) {
            return switch (type) {
                case REAL -> signature;
                case QUATERNIONIC -> -signature / 2;
                case COMPLEX -> BigInteger.valueOf(algebra / 2).sqrt().intValueExact();
            };
        }

        /** In words: "2 of a 3-dimensional one of real type". */
        public String describe() {
            if (trivial) {
                return dimension() + (dimension() == 1 ? " copy" : " copies") + " of the trivial representation";
            }
            return type().map(type -> copies(type) + " of a " + dimension() / copies(type) + "-dimensional one of "
                            + type.name().toLowerCase(Locale.ROOT) + " type")
                    .orElseGet(() -> isIsotypic()
                            ? "a part of dimension " + dimension() + " with a centre of degree " + centre.degree()
                                    + " over the rational numbers"
                            : "a part of dimension " + dimension() + " that is not decomposed further: undetermined");
        }
    }

    private IsotypicComponents(List<Component> components) {
        this.components = List.copyOf(components);
    }

    /**
     * The components of a representation by rational matrices.
     *
     * @return empty if it is not shown to be a direct sum of irreducible ones, has matrices that are not rational, or is too large
     */
    public static Optional<IsotypicComponents> tryOf(LinearRepresentation representation) {
        if (representation.dimension() > LARGEST
                || !isRational(representation)
                || !Semisimplicity.isShown(representation)
                || EquivariantMaps.dimension(representation, representation) > LARGEST_ALGEBRA) {
            return Optional.empty();
        }
        CommutingAlgebra algebra = CommutingAlgebra.of(representation);
        List<List<Scalar>> centre = algebra.centre();
        for (int trial = 1; trial <= TRIALS; trial++) {
            List<Scalar> element = combination(centre, trial);
            UnivariatePolynomial polynomial = algebra.minimalPolynomial(element);
            if (polynomial.degree() == centre.size()) {
                return Optional.of(new IsotypicComponents(components(representation, algebra, element, polynomial)));
            }
        }
        return Optional.empty();
    }

    private static boolean isRational(LinearRepresentation representation) {
        List<SparseMatrix> matrices = new ArrayList<>();
        for (int g = 0; g < representation.group().discrete().generators().size(); g++) {
            matrices.add(representation.generator(g));
        }
        for (int x = 0; x < representation.group().connected().generators().size(); x++) {
            matrices.add(representation.derivative(x));
        }
        return matrices.stream()
                .flatMap(matrix -> matrix.entries().stream())
                .allMatch(entry -> entry.value().isRational());
    }

    private static List<Scalar> combination(List<List<Scalar>> centre, int trial) {
        List<Scalar> result = Collections.nCopies(centre.get(0).size(), Scalar.ZERO);
        long coefficient = 1;
        for (List<Scalar> basisElement : centre) {
            result = CommutingAlgebra.add(result, basisElement, Scalar.of(coefficient));
            coefficient = coefficient * (trial + 2) % COEFFICIENTS;
        }
        return result;
    }

    /** The centre is Q[x] / p for the minimal polynomial p, which has no multiple roots: one component for each rational root, and a rest. */
    private static List<Component> components(
            LinearRepresentation representation,
            CommutingAlgebra algebra,
            List<Scalar> element,
            UnivariatePolynomial polynomial) {
        List<Component> result = new ArrayList<>();
        List<Scalar> rest = algebra.one();
        UnivariatePolynomial restOfPolynomial = polynomial;
        for (Scalar root : RationalRoots.of(polynomial)) {
            UnivariatePolynomial factor = new UnivariatePolynomial(List.of(root.negate(), Scalar.ONE));
            UnivariatePolynomial others = polynomial.quotient(factor);
            List<Scalar> zero = Collections.nCopies(rest.size(), Scalar.ZERO);
            List<Scalar> idempotent = CommutingAlgebra.add(
                    zero, algebra.value(others, element), others.at(root).reciprocal());
            result.add(component(representation, algebra, idempotent, factor));
            rest = CommutingAlgebra.add(rest, idempotent, Scalar.MINUS_ONE);
            restOfPolynomial = restOfPolynomial.quotient(factor);
        }
        if (restOfPolynomial.degree() > 0) {
            result.add(component(representation, algebra, rest, restOfPolynomial));
        }
        return result;
    }

    private static Component component(
            LinearRepresentation representation,
            CommutingAlgebra algebra,
            List<Scalar> idempotent,
            UnivariatePolynomial centre) {
        List<List<Scalar>> part = algebra.part(idempotent);
        SparseMatrix projection = algebra.matrix(idempotent);
        return new Component(
                projection, isTrivial(representation, projection), part.size(), centre, algebra.signature(part));
    }

    private static boolean isTrivial(LinearRepresentation representation, SparseMatrix projection) {
        ActingGroup group = representation.group();
        return IntStream.range(0, group.discrete().generators().size())
                        .allMatch(g ->
                                representation.generator(g).multiply(projection).equals(projection))
                && IntStream.range(0, group.connected().generators().size())
                        .allMatch(x -> representation
                                        .derivative(x)
                                        .multiply(projection)
                                        .size()
                                == 0);
    }

    /** The components. */
    public List<Component> components() {
        return components;
    }

    /** In words. */
    public String describe() {
        return components.stream()
                .sorted((a, b) -> Integer.compare(a.dimension(), b.dimension()))
                .map(Component::describe)
                .collect(Collectors.joining(", "));
    }

    /** {@link #describe}, and where types are named, that they are those of parts that are irreducible over the real numbers. */
    public String inWords() {
        boolean typed = components.stream()
                .anyMatch(part -> !part.trivial && part.type().isPresent());
        return describe() + (typed ? ", over the real numbers" : "");
    }
}
