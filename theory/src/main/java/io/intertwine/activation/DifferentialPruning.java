package io.intertwine.activation;

import io.intertwine.activation.DifferentialSystem.Variable;
import io.intertwine.exact.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Leaves the variables out of a differential system that a function does not need. */
final class DifferentialPruning {
    private final List<Variable> variables;
    private final List<Polynomial> relations;

    DifferentialPruning(List<Variable> variables, List<Polynomial> relations) {
        this.variables = variables;
        this.relations = new ArrayList<>(relations);
    }

    /** A polynomial as an expression. */
    static Expression meaning(Polynomial polynomial, IntFunction<Expression> variables) {
        List<Expression> terms = new ArrayList<>();
        polynomial.forEach((coefficient, exponents) -> {
            List<Expression> factors = new ArrayList<>(List.of(Expression.of(coefficient)));
            for (int i = 0; i < exponents.length; i++) {
                factors.add(variables.apply(i).power(exponents[i]));
            }
            terms.add(Expression.product(factors));
        });
        return Expression.sum(terms);
    }

    /** The system of a function: x, then the functions that it needs, then the constants. */
    DifferentialSystem around(Expression s, Polynomial function) {
        SortedSet<Integer> needed = new TreeSet<>(function.variables());
        close(needed);
        while (dropRelation(needed)) {
            // until every relation is between needed variables or joins some of them
        }
        relations.forEach(relation -> needed.addAll(relation.variables()));
        close(needed);
        needed.remove(0);
        List<Integer> order = new ArrayList<>(List.of(0));
        needed.stream().filter(i -> !variables.get(i).isConstant()).forEach(order::add);
        needed.stream().filter(i -> variables.get(i).isConstant()).forEach(order::add);
        IntFunction<Polynomial> renamed = i -> Polynomial.variable(order.indexOf(i));
        return new DifferentialSystem(
                s,
                order.stream()
                        .map(variables::get)
                        .map(variable -> new Variable(
                                variable.meaning(), variable.derivative().substitute(renamed)))
                        .toList(),
                function.substitute(renamed),
                relations.stream().map(relation -> relation.substitute(renamed)).toList());
    }

    private void close(SortedSet<Integer> needed) {
        while (needed.addAll(needed.stream()
                .flatMap(i -> variables.get(i).derivative().variables().stream())
                .toList())) {
            // until the derivatives need no further variable
        }
    }

    /**
     * Drops a relation that says only what a variable is that nobody needs: one that occurs in no other relation. The others then
     * describe the values of the remaining variables no less closely. What ties a variable to x is kept: without it 1/(1 + x) would look
     * like a function that has nothing to do with x.
     */
    private boolean dropRelation(SortedSet<Integer> needed) {
        return IntStream.range(1, variables.size())
                .filter(i -> !needed.contains(i))
                .mapToObj(i -> relations.stream()
                        .filter(relation -> relation.variables().contains(i))
                        .toList())
                .filter(mentions -> mentions.size() == 1)
                .findFirst()
                .map(mentions -> relations.remove(mentions.get(0)))
                .orElse(false);
    }
}
