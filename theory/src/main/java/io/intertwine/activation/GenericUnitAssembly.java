package io.intertwine.activation;

import io.intertwine.exact.Polynomial;
import io.intertwine.exact.UnivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives every variable of a differential system its role, in this order: argument, constants, what relations determine, free ones. */
final class GenericUnitAssembly {
    private final DifferentialSystem system;
    private final List<GenericUnit.Variable> variables = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> shifts = new TreeSet<>();
    private final Set<Integer> used = new TreeSet<>();
    private final boolean argumentFree;
    private boolean hasRoot;

    GenericUnitAssembly(DifferentialSystem system, boolean argumentFree, boolean shiftsAllowed) {
        this.system = system;
        this.argumentFree = argumentFree;
        for (int i = 0; i < system.variables().size(); i++) {
            variables.add(variable(i, GenericUnit.Role.UNUSED, Polynomial.ZERO));
            if (shiftsAllowed && isShift(i) && (i > 0 || argumentFree)) {
                shifts.add(i);
            }
        }
    }

    private GenericUnit.Variable variable(int i, GenericUnit.Role role, Polynomial relation) {
        return new GenericUnit.Variable(
                role,
                system.variables().get(i).derivative(),
                relation,
                system.variables().get(i).meaning());
    }

    /** Whether a function enters s as c y_i with a number c, and no derivative or relation at all. */
    private boolean isShift(int i) {
        boolean elsewhere = system.variables().stream()
                        .anyMatch(variable -> variable.derivative().variables().contains(i))
                || system.relations().stream()
                        .anyMatch(relation -> relation.variables().contains(i));
        List<Polynomial> powers = GenericUnit.coefficientsIn(system.function(), i);
        return !elsewhere
                && !system.variables().get(i).isConstant()
                && powers.size() == 2
                && powers.get(1).isConstant();
    }

    GenericUnit.Result assemble() {
        if (!argumentFree) {
            use(0);
        }
        system.function().variables().stream().filter(i -> !shifts.contains(i)).forEach(this::use);
        shifts.forEach(i -> system.variables().get(i).derivative().variables().forEach(this::use));
        Optional<String> problem = roles();
        if (problem.isEmpty()) {
            problem = Independence.problem(variables, order);
        }
        shifts.forEach(i -> assign(i, GenericUnit.Role.SHIFT, Polynomial.ZERO));
        return problem.<GenericUnit.Result>map(GenericUnit.Unknown::new)
                .orElseGet(() -> new GenericUnit.Found(
                        new GenericUnit(variables, order, system.function(), system.derivative(system.function()))));
    }

    /** A variable that takes part brings those of its derivative and of its relations. */
    private void use(int i) {
        if (!used.add(i)) {
            return;
        }
        system.variables().get(i).derivative().variables().forEach(this::use);
        for (Polynomial relation : system.relations()) {
            if (relation.variables().contains(i)) {
                relation.variables().forEach(this::use);
            }
        }
    }

    private Optional<String> roles() {
        List<Polynomial> relations = new ArrayList<>(system.relations());
        relations.removeIf(relation -> relation.variables().stream().noneMatch(used::contains));
        if (used.contains(0)) {
            assign(0, GenericUnit.Role.ARGUMENT, Polynomial.ZERO);
        }
        used.stream()
                .filter(i -> system.variables().get(i).isConstant())
                .forEach(i -> assign(i, GenericUnit.Role.CONSTANT, Polynomial.ZERO));
        while (order.size() < used.size()) {
            if (!solveOne(relations)) {
                assign(
                        used.stream()
                                .filter(i -> !order.contains(i))
                                .findFirst()
                                .orElseThrow(),
                        GenericUnit.Role.FREE,
                        Polynomial.ZERO);
            }
        }
        return relations.isEmpty()
                ? Optional.empty()
                : Optional.of("a relation between its functions is not understood: " + relations.get(0));
    }

    private void assign(int i, GenericUnit.Role role, Polynomial relation) {
        variables.set(i, variable(i, role, relation));
        order.add(i);
    }

    /** Solves a relation in which one variable has no value yet, if there is one. */
    private boolean solveOne(List<Polynomial> relations) {
        for (Polynomial relation : relations) {
            List<Integer> open = relation.variables().stream()
                    .filter(i -> !order.contains(i))
                    .toList();
            if (open.size() == 1 && isSolvable(relation, open.get(0))) {
                assign(open.get(0), GenericUnit.Role.SOLVED, relation);
                relations.remove(relation);
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a relation is linear in a variable, or of the form c y^2 = g(u) with a number c and a square-free polynomial g of degree
     * at least 1 in one variable u that is the argument or free: then g is no square, and the relation is irreducible.
     */
    private boolean isSolvable(Polynomial relation, int variable) {
        List<Polynomial> powers = GenericUnit.coefficientsIn(relation, variable);
        if (powers.size() == 2) {
            return true;
        }
        // A second square root might be a rational function of the first, and then its sign would not be free.
        if (hasRoot
                || powers.size() != 3
                || !powers.get(1).isZero()
                || !powers.get(2).isConstant()) {
            return false;
        }
        List<Integer> inside = powers.get(0).variables();
        if (inside.size() != 1 || !isIndependent(inside.get(0))) {
            return false;
        }
        UnivariatePolynomial g = univariate(powers.get(0), inside.get(0));
        hasRoot = g.gcd(g.derivative()).degree() == 0;
        return hasRoot;
    }

    private boolean isIndependent(int i) {
        GenericUnit.Role role = variables.get(i).role();
        return role == GenericUnit.Role.ARGUMENT || role == GenericUnit.Role.FREE;
    }

    private static UnivariatePolynomial univariate(Polynomial polynomial, int variable) {
        return new UnivariatePolynomial(GenericUnit.coefficientsIn(polynomial, variable).stream()
                .map(Polynomial::constant)
                .toList());
    }
}
