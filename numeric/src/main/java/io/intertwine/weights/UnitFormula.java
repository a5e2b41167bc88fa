package io.intertwine.weights;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.weights.KnownFormulas.Known;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A formula of the units of a layer as after(s(before(x))): s is an activation of each unit, before and after are affine.
 *
 * @param before what is done before the activation
 * @param units the activation of every unit
 * @param after what is done after it
 */
record UnitFormula(Term.Affine before, List<Activation> units, Term.Affine after) {
    UnitFormula {
        units = List.copyOf(units);
    }

    /** A formula with what was taken off around it. */
    private record Core(Term formula, Term.Affine after) {}

    /**
     * Takes a formula apart that is not affine. An activation with a name is preferred, with as much inside it as possible; elsewhere all
     * that is affine goes outside.
     *
     * @param count the number of units
     * @param remarks is told of activations whose constants are rounded in the file
     */
    static UnitFormula of(Term formula, int count, Consumer<String> remarks) {
        Optional<UnitFormula> named = named(formula, count, remarks);
        if (named.isPresent()) {
            return named.get();
        }
        List<Core> cores = cores(formula);
        List<Term.Affine> leaves = candidates(formula);
        Core last = cores.get(cores.size() - 1);
        Term.Affine leaf = leaves.stream()
                .filter(each -> relative(last.formula, each).isUniform())
                .findFirst()
                .orElse(leaves.get(0));
        return new UnitFormula(leaf, parsed(relative(last.formula, leaf), count), last.after);
    }

    /** The same, if the activation has a name for every unit. */
    static Optional<UnitFormula> named(Term formula, int count, Consumer<String> remarks) {
        List<Term.Affine> leaves = candidates(formula);
        for (Core core : cores(formula)) {
            for (Term.Affine leaf : leaves) {
                Optional<List<Known>> named = named(relative(core.formula, leaf), count);
                if (named.isPresent()) {
                    named.get().stream()
                            .filter(Known::rounded)
                            .map(known -> known.activation().name())
                            .distinct()
                            .forEach(name -> remarks.accept("read as the activation " + name
                                    + ": its constants in the file are the floats nearest to those of its definition"));
                    return Optional.of(new UnitFormula(
                            leaf, named.get().stream().map(Known::activation).toList(), core.after));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A part of a formula that is computed first, if what is then computed from it has a name: the last of several activations without a
     * layer between them.
     */
    static Optional<Term> first(Term formula, int count) {
        List<Term> open = new ArrayList<>(formula.parts());
        Consumer<String> nobody = remark -> {};
        for (int i = 0; i < open.size(); i++) {
            Term part = open.get(i);
            if (part instanceof Term.Affine) {
                continue;
            }
            if (formula.liesIn(part)
                    && !(formula.of(part) instanceof Term.Affine)
                    && named(formula.of(part), count, nobody).isPresent()) {
                return Optional.of(part);
            }
            open.addAll(part.parts());
        }
        return Optional.empty();
    }

    /** The formula, and what is left of it as constant summands and factors are taken off, one after the other. */
    private static List<Core> cores(Term formula) {
        List<Core> cores = new ArrayList<>(List.of(new Core(formula, Term.Affine.X)));
        while (true) {
            Core last = cores.get(cores.size() - 1);
            if (last.formula instanceof Term.Sum sum
                    && constant(sum.left(), sum.right()).isPresent()) {
                Term.Affine summand = constant(sum.left(), sum.right()).get();
                Term rest = sum.left().equals(summand) ? sum.right() : sum.left();
                cores.add(new Core(rest, within(last.after, Term.Affine.X.plus(summand))));
            } else if (last.formula instanceof Term.Product product
                    && constant(product.left(), product.right()).isPresent()) {
                Term.Affine factor = constant(product.left(), product.right()).get();
                Term rest = product.left().equals(factor) ? product.right() : product.left();
                cores.add(new Core(rest, within(last.after, Term.Affine.X.times(factor))));
            } else {
                return cores;
            }
        }
    }

    private static Optional<Term.Affine> constant(Term left, Term right) {
        if (left instanceof Term.Affine first && first.isConstant()) {
            return Optional.of(first);
        }
        return right instanceof Term.Affine second && second.isConstant() ? Optional.of(second) : Optional.empty();
    }

    /** outer(inner(x)). */
    private static Term.Affine within(Term.Affine outer, Term inner) {
        return (Term.Affine) inner.times(Term.constant(outer.slope())).plus(Term.constant(outer.shift()));
    }

    /** The parts, affine in x, that may be what the activation is applied to: all others must be affine in it. */
    private static List<Term.Affine> candidates(Term formula) {
        List<Term.Affine> leaves =
                formula.leaves().filter(leaf -> !leaf.isConstant()).distinct().toList();
        List<Term.Affine> candidates = new ArrayList<>();
        for (Term.Affine leaf : leaves) {
            if (leaves.size() == 1 || !leaf.slope().hasZero()) {
                candidates.add(leaf);
            }
        }
        for (Term.Affine leaf : List.copyOf(candidates)) {
            if (leaf.slope().isUniform()) {
                candidates.add(
                        (Term.Affine) leaf.times(Term.constant(leaf.slope().map(Scalar::reciprocal))));
            }
        }
        candidates.add(Term.Affine.X);
        for (Term.Affine leaf : List.copyOf(candidates)) {
            candidates.add((Term.Affine) leaf.negate());
        }
        return candidates.stream().distinct().toList();
    }

    /** The formula as one in y = leaf(x). */
    private static Term relative(Term formula, Term.Affine leaf) {
        return formula.replace(part -> {
            if (part.isConstant()) {
                return part;
            }
            boolean plain = part.slope().equals(leaf.slope());
            boolean opposite = part.slope().equals(leaf.slope().map(Scalar::negate));
            Coefficients ratio = plain || opposite
                    ? Coefficients.of(plain ? Scalar.ONE : Scalar.MINUS_ONE)
                    : part.slope().times(leaf.slope().map(Scalar::reciprocal));
            Coefficients rest = part.shift().plus(leaf.shift().times(ratio).map(Scalar::negate));
            return new Term.Affine(ratio, rest, false);
        });
    }

    private static Optional<List<Known>> named(Term formula, int count) {
        Map<String, Optional<Known>> found = new HashMap<>();
        List<Known> result = new ArrayList<>();
        int different = formula.isUniform() ? 1 : count;
        for (int unit = 0; unit < different; unit++) {
            Canonical canonical = Canonical.of(formula, unit);
            Optional<UnitFunction> function = single(formula, unit);
            Optional<Known> known = found.computeIfAbsent(
                    canonical.text(),
                    text -> function.flatMap(UnitFunction::activation)
                            .map(activation -> new Known(activation, false))
                            .or(() -> KnownFormulas.find(canonical)));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            result.add(known.get());
        }
        return Optional.of(different == count ? result : Collections.nCopies(count, result.get(0)));
    }

    /** The function, if the formula is the value of one at x itself. */
    private static Optional<UnitFunction> single(Term formula, int unit) {
        return formula instanceof Term.Value value
                        && value.argument() instanceof Term.Affine line
                        && line.slope().of(unit).isOne()
                        && line.shift().of(unit).isZero()
                ? Optional.of(value.of(unit))
                : Optional.empty();
    }

    private static List<Activation> parsed(Term formula, int count) {
        Map<String, Activation> known = new HashMap<>();
        List<Activation> result = new ArrayList<>();
        int different = formula.isUniform() ? 1 : count;
        for (int unit = 0; unit < different; unit++) {
            String text = Canonical.of(formula, unit).text();
            if (!known.containsKey(text)) {
                known.put(text, activation(text));
            }
            result.add(known.get(text));
        }
        return different == count ? result : Collections.nCopies(count, result.get(0));
    }

    private static Activation activation(String formula) {
        try {
            return ActivationNames.parse(Activations.EXPRESSION_PREFIX + formula);
        } catch (FormatException unusable) {
            String reason = String.valueOf(unusable.getMessage());
            throw new IllegalArgumentException(
                    "reads the values of " + formula + "; "
                            + reason.lines().findFirst().orElse(reason),
                    unusable);
        }
    }
}
