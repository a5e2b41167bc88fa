package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a graph computes from the number x of each unit, unit by unit: a formula whose constants may differ from unit to unit. Parts
 * that are affine in x are always an {@link Affine}.
 */
sealed interface Term {
    /** The most parts of a formula. */
    int LARGEST = 200;

    /** The parts that are affine in x, from left to right. */
    Stream<Affine> leaves();

    /** The formula with other parts in place of those that are affine in x. */
    Term replace(Function<Affine, Affine> other);

    /** The number of parts, counted as often as they occur. */
    int size();

    /**
     * slope x + shift.
     *
     * @param shifted whether a constant was added, perhaps 0: a layer that adds 0 has a bias
     */
    record Affine(Coefficients slope, Coefficients shift, boolean shifted) implements Term {
        /** The number itself. */
        static final Affine X = new Affine(Coefficients.ONE, Coefficients.ZERO, false);

        /** Whether it does not depend on x. */
        boolean isConstant() {
            return slope.isZero();
        }

        @Override
        public boolean isUniform() {
            return slope.isUniform() && shift.isUniform();
        }

        @Override
        public Stream<Affine> leaves() {
            return Stream.of(this);
        }

        @Override
        public Term replace(Function<Affine, Affine> other) {
            return other.apply(this);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** A sum. */
    record Sum(Term left, Term right, int size) implements Term {
        @Override
        public Stream<Affine> leaves() {
            return Stream.concat(left.leaves(), right.leaves());
        }

        @Override
        public Term replace(Function<Affine, Affine> other) {
            return new Sum(left.replace(other), right.replace(other), size);
        }
    }

    /** A product. */
    record Product(Term left, Term right, int size) implements Term {
        @Override
        public Stream<Affine> leaves() {
            return Stream.concat(left.leaves(), right.leaves());
        }

        @Override
        public Term replace(Function<Affine, Affine> other) {
            return new Product(left.replace(other), right.replace(other), size);
        }
    }

    /** One over something. */
    record Reciprocal(Term divisor, int size) implements Term {
        @Override
        public Stream<Affine> leaves() {
            return divisor.leaves();
        }

        @Override
        public Term replace(Function<Affine, Affine> other) {
            return new Reciprocal(divisor.replace(other), size);
        }
    }

    /**
     * The value of a function.
     *
     * @param functions the function of every unit; a list of one where all units have the same
     */
    record Value(List<UnitFunction> functions, Term argument, int size) implements Term {
        public Value {
            functions = functions.stream().allMatch(functions.get(0)::equals)
                    ? List.of(functions.get(0))
                    : List.copyOf(functions);
        }

        UnitFunction of(int unit) {
            return functions.get(functions.size() == 1 ? 0 : unit);
        }

        @Override
        public Stream<Affine> leaves() {
            return argument.leaves();
        }

        @Override
        public Term replace(Function<Affine, Affine> other) {
            return new Value(functions, argument.replace(other), size);
        }
    }

    /** The parts of which this formula is made at once. */
    default List<Term> parts() {
        if (this instanceof Sum sum) {
            return List.of(sum.left, sum.right);
        }
        if (this instanceof Product product) {
            return List.of(product.left, product.right);
        }
        if (this instanceof Reciprocal reciprocal) {
            return List.of(reciprocal.divisor);
        }
        return this instanceof Value value ? List.of(value.argument) : List.of();
    }

    /** The formula in y, where y is the value of a part, wherever that occurs. */
    default Term of(Term part) {
        if (equals(part)) {
            return Affine.X;
        }
        if (this instanceof Sum sum) {
            return sum.left.of(part).plus(sum.right.of(part));
        }
        if (this instanceof Product product) {
            return product.left.of(part).times(product.right.of(part));
        }
        if (this instanceof Reciprocal reciprocal) {
            return reciprocal.divisor.of(part).reciprocal();
        }
        return this instanceof Value value ? value.argument.of(part).apply(value.functions) : this;
    }

    /** Whether all that depends on x lies in a part, so that {@link #of} has no x left. */
    default boolean liesIn(Term part) {
        return equals(part)
                || (this instanceof Affine line
                        ? line.isConstant()
                        : parts().stream().allMatch(each -> each.liesIn(part)));
    }

    /** A constant. */
    static Affine constant(Coefficients value) {
        return new Affine(Coefficients.ZERO, value, true);
    }

    /** The sum with another formula. */
    default Term plus(Term other) {
        if (this instanceof Affine mine && other instanceof Affine theirs) {
            return new Affine(
                    mine.slope.plus(theirs.slope), mine.shift.plus(theirs.shift), mine.shifted || theirs.shifted);
        }
        return new Sum(this, other, limited((long) size() + other.size() + 1));
    }

    /** The product with another formula. */
    default Term times(Term other) {
        if (this instanceof Affine mine
                && other instanceof Affine theirs
                && (mine.isConstant() || theirs.isConstant())) {
            Coefficients factor = mine.isConstant() ? mine.shift : theirs.shift;
            Affine line = mine.isConstant() ? theirs : mine;
            return new Affine(line.slope.times(factor), line.shift.times(factor), line.shifted);
        }
        return new Product(this, other, limited((long) size() + other.size() + 1));
    }

    /** The formula times -1. */
    default Term negate() {
        return times(constant(Coefficients.of(Scalar.MINUS_ONE)));
    }

    /** One over this formula. Throws IllegalArgumentException if it is a constant that is zero for some unit. */
    default Term reciprocal() {
        if (this instanceof Affine line && line.isConstant()) {
            if (line.shift.hasZero()) {
                throw new IllegalArgumentException("divides by zero");
            }
            return constant(line.shift.map(Scalar::reciprocal));
        }
        return new Reciprocal(this, limited(size() + 1L));
    }

    /** The value of a function at this formula. */
    default Term apply(List<UnitFunction> functions) {
        return new Value(functions, this, limited(size() + 1L));
    }

    /** Whether all units have the same formula. */
    default boolean isUniform() {
        return leaves().allMatch(Affine::isUniform) && hasUniformFunctions();
    }

    private boolean hasUniformFunctions() {
        if (this instanceof Value value) {
            return value.functions.size() == 1 && value.argument.hasUniformFunctions();
        }
        if (this instanceof Sum sum) {
            return sum.left.hasUniformFunctions() && sum.right.hasUniformFunctions();
        }
        if (this instanceof Product product) {
            return product.left.hasUniformFunctions() && product.right.hasUniformFunctions();
        }
        return !(this instanceof Reciprocal reciprocal) || reciprocal.divisor.hasUniformFunctions();
    }

    private static int limited(long size) {
        if (size > LARGEST) {
            throw new IllegalArgumentException("the formula of the units has more than " + LARGEST
                    + " parts; expected a layer of weights between");
        }
        return (int) size;
    }
}
