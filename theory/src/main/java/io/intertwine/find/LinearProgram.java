package io.intertwine.find;

import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * Whether affine forms l_1, ..., l_m on R^n are positive together at some point, decided exactly: with such a point, or with
 * multipliers m_i >= 0, not all zero, for which sum_i m_i l_i is a constant that is not positive (Motzkin's transposition theorem).
 *
 * <p>The dual simplex method maximises t <= 1 under l_i(x) - t >= 0, in a dictionary of fraction-free entries (J. Edmonds, Systems of
 * distinct representatives and linear algebra, 1967; every entry is a minor of the given numbers), with Bland's rule, which does not
 * cycle. Forms may be added after a solution; the method then goes on from there. The forms are first scaled by positive factors to
 * integers without a common divisor, where they are rational.
 *
 * @param <E> the numbers that it calculates with
 */
final class LinearProgram<E> {
    /** The label of t; the free x_0, ..., x_(n-1) have labels below it, 1 - t the next one, and the l_i - t those after. */
    private final int t;

    private final Arithmetic<E> arithmetic;
    private final List<Scalar> factors = new ArrayList<>();
    /** Rows: the dependent variables. Columns: the independent ones, then the constant. All over the common denominator. */
    private final List<List<E>> rows = new ArrayList<>();

    private final List<Integer> dependent = new ArrayList<>();
    private final List<Integer> independent = new ArrayList<>();
    private E denominator;

    /** What was found. */
    sealed interface Result {
        /** A point where all forms are positive. */
        record Interior(List<Scalar> point) implements Result {}

        /** Multipliers, one a form, that show that there is no such point. */
        record Thin(List<Scalar> multipliers) implements Result {}
    }

    private LinearProgram(int n, Arithmetic<E> arithmetic) {
        this.t = n;
        this.arithmetic = arithmetic;
        denominator = arithmetic.of(Scalar.ONE);
    }

    /**
     * A program without forms on R^n.
     *
     * @param rational whether all forms will be rational
     */
    static LinearProgram<?> of(int n, boolean rational) {
        return rational ? of(n, Arithmetic.INTEGERS) : of(n, Arithmetic.SCALARS);
    }

    private static <E> LinearProgram<E> of(int n, Arithmetic<E> arithmetic) {
        LinearProgram<E> program = new LinearProgram<>(n, arithmetic);
        // t = 1 - (1 - t), so that 1 - t is independent from the start.
        List<E> row = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            program.independent.add(j);
            row.add(arithmetic.of(Scalar.ZERO));
        }
        program.independent.add(n + 1);
        row.add(arithmetic.of(Scalar.MINUS_ONE));
        row.add(arithmetic.of(Scalar.ONE));
        program.dependent.add(n);
        program.rows.add(row);
        return program;
    }

    /** Solves one program. Throws {@link Effort.SpentException} if the effort does not last. */
    static Result solve(int n, List<AffineForm> forms, Effort effort) {
        boolean rational = forms.stream().allMatch(AffineForm::isRational);
        LinearProgram<?> program = of(n, rational);
        forms.forEach(form -> program.add(form, effort));
        return program.solve(effort);
    }

    /** A copy, to which other forms may be added. */
    LinearProgram<E> copy(Effort effort) {
        effort.spend((long) rows.size() * independent.size());
        LinearProgram<E> copy = new LinearProgram<>(t, arithmetic);
        copy.factors.addAll(factors);
        copy.dependent.addAll(dependent);
        copy.independent.addAll(independent);
        copy.denominator = denominator;
        // A pivot replaces rows and never changes one, so that the copies may share them.
        copy.rows.addAll(rows);
        return copy;
    }

    /** Demands that one more form be positive. */
    void add(AffineForm form, Effort effort) {
        Scalar factor = arithmetic == Arithmetic.INTEGERS ? primitive(form) : Scalar.ONE;
        factors.add(factor);
        E zero = arithmetic.of(Scalar.ZERO);
        int columns = independent.size() + 1;
        List<E> row = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            row.add(zero);
        }
        // l - t with x and t written in the independent variables: first the constant, then t, then every x_j.
        addTo(row, arithmetic.of(factor.multiply(form.constant())), columns - 1);
        addRow(row, arithmetic.of(Scalar.MINUS_ONE), t);
        for (int j = 0; j < t; j++) {
            if (!form.coefficients().get(j).isZero()) {
                addRow(row, arithmetic.of(factor.multiply(form.coefficients().get(j))), j);
            }
        }
        effort.spend((long) columns * ((long) t + WalkCosts.NUMBER) * arithmetic.words(denominator));
        dependent.add(t + 1 + factors.size());
        rows.add(row);
    }

    private void addRow(List<E> row, E coefficient, int label) {
        int column = independent.indexOf(label);
        if (column >= 0) {
            addTo(row, coefficient, column);
            return;
        }
        List<E> other = rows.get(dependent.indexOf(label));
        E one = arithmetic.of(Scalar.ONE);
        E minus = arithmetic.negate(coefficient);
        for (int j = 0; j < row.size(); j++) {
            row.set(j, arithmetic.cross(row.get(j), one, minus, other.get(j), one));
        }
    }

    /** Adds a multiple of the variable of a column, or of 1; entries are over the common denominator. */
    private void addTo(List<E> row, E coefficient, int column) {
        E one = arithmetic.of(Scalar.ONE);
        row.set(column, arithmetic.cross(row.get(column), one, arithmetic.negate(coefficient), denominator, one));
    }

    /** The positive factor that makes a rational form one of integers without a common divisor. */
    private static Scalar primitive(AffineForm form) {
        List<BigFraction> numbers = new ArrayList<>();
        form.coefficients().forEach(number -> numbers.add(number.rational()));
        numbers.add(form.constant().rational());
        BigInteger denominators = BigInteger.ONE;
        BigInteger numerators = BigInteger.ZERO;
        for (BigFraction number : numbers) {
            BigInteger other = number.getDenominator();
            denominators = denominators.multiply(other.divide(denominators.gcd(other)));
        }
        for (BigFraction number : numbers) {
            numerators = numerators.gcd(number.getNumerator().multiply(denominators.divide(number.getDenominator())));
        }
        return numerators.signum() == 0 ? Scalar.ONE : Scalar.of(denominators).divide(Scalar.of(numerators));
    }

    /** Decides. Throws {@link Effort.SpentException} if the effort does not last. */
    Result solve(Effort effort) {
        while (true) {
            List<E> bound = rows.get(dependent.indexOf(t));
            E value = last(bound);
            if (arithmetic.signum(value) <= 0) {
                return new Result.Thin(multipliers(bound));
            }
            if (isPositive(value)) {
                return new Result.Interior(point());
            }
            pivot(violated(), effort);
        }
    }

    private E last(List<E> row) {
        return row.get(row.size() - 1);
    }

    /** Whether every form is positive at the present point: its row has the value of l - t. */
    private boolean isPositive(E value) {
        E one = arithmetic.of(Scalar.ONE);
        E minus = arithmetic.of(Scalar.MINUS_ONE);
        for (int i = 0; i < rows.size(); i++) {
            if (dependent.get(i) > t
                    && arithmetic.signum(arithmetic.cross(last(rows.get(i)), one, minus, value, one)) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** The row of the lowest label whose value is negative; there is one where a form is not positive but t is. */
    private int violated() {
        int best = -1;
        for (int i = 0; i < rows.size(); i++) {
            boolean negative = dependent.get(i) > t && arithmetic.signum(last(rows.get(i))) < 0;
            if (negative && (best < 0 || dependent.get(i) < dependent.get(best))) {
                best = i;
            }
        }
        return best;
    }

    /** The column whose variable may rise: a free one, or that of the least ratio, and of the lowest label among these. */
    private int entering(List<E> row, List<E> bound) {
        int best = -1;
        for (int j = 0; j < independent.size(); j++) {
            boolean free = independent.get(j) < t;
            int sign = arithmetic.signum(row.get(j));
            if (free && sign != 0) {
                return j;
            }
            if (!free && sign > 0) {
                // -bound[j] / row[j] is the loss of t for each unit of rise.
                int comparison = best < 0
                        ? -1
                        : arithmetic.signum(arithmetic.cross(
                                bound.get(best), row.get(j), bound.get(j), row.get(best), arithmetic.of(Scalar.ONE)));
                if (comparison < 0 || comparison == 0 && independent.get(j) < independent.get(best)) {
                    best = j;
                }
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a small enough t satisfies every inequality");
        }
        return best;
    }

    private void pivot(int r, Effort effort) {
        List<E> pivotRow = rows.get(r);
        int c = entering(pivotRow, rows.get(dependent.indexOf(t)));
        E pivot = pivotRow.get(c);
        effort.spend((long) rows.size() * pivotRow.size() * arithmetic.words(pivot) * 2);
        boolean flip = arithmetic.signum(pivot) < 0;
        E p = flip ? arithmetic.negate(pivot) : pivot;
        for (int i = 0; i < rows.size(); i++) {
            List<E> row = rows.get(i);
            List<E> changed = new ArrayList<>(row.size());
            E factor = row.get(c);
            for (int j = 0; j < row.size(); j++) {
                if (i == r) {
                    E entry = j == c ? denominator : arithmetic.negate(pivotRow.get(j));
                    changed.add(flip ? arithmetic.negate(entry) : entry);
                } else if (j == c) {
                    changed.add(flip ? arithmetic.negate(factor) : factor);
                } else {
                    E signed = flip ? arithmetic.negate(factor) : factor;
                    changed.add(arithmetic.cross(row.get(j), p, signed, pivotRow.get(j), denominator));
                }
            }
            rows.set(i, changed);
        }
        denominator = p;
        int label = dependent.get(r);
        dependent.set(r, independent.get(c));
        independent.set(c, label);
    }

    /** t + sum_j c_j z_j = value, where z_j = l_j - t or 1 - t, so that sum_j c_j l_j is a constant, at most the value. */
    private List<Scalar> multipliers(List<E> bound) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            int column = independent.indexOf(t + 2 + i);
            result.add(
                    column < 0
                            ? Scalar.ZERO
                            : arithmetic
                                    .quotient(arithmetic.negate(bound.get(column)), denominator)
                                    .multiply(factors.get(i)));
        }
        return result;
    }

    private List<Scalar> point() {
        List<Scalar> result = new ArrayList<>();
        for (int j = 0; j < t; j++) {
            int row = dependent.indexOf(j);
            result.add(row < 0 ? Scalar.ZERO : arithmetic.quotient(last(rows.get(row)), denominator));
        }
        return result;
    }
}
