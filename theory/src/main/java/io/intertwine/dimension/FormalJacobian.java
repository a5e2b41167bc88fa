package io.intertwine.dimension;

import io.intertwine.criterion.FormalAtoms;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The formal derivatives of a network with respect to its parameters, at random residues in the places of the formal variables, by the
 * chain rule backwards. All weights are rational.
 */
final class FormalJacobian {
    private final FormalNetwork formal;
    private final Map<Integer, BigInteger> constants = new LinkedHashMap<>();
    private final SplittableRandom random;
    private final int parameters;

    FormalJacobian(FormalNetwork formal, long seed) {
        this.formal = formal;
        this.random = new SplittableRandom(seed);
        FormalNetwork.Block last = formal.blocks().get(formal.blocks().size() - 1);
        this.parameters = last.place(last.dense().outputs(), 0);
        for (int atom = 0; atom < formal.atoms().size(); atom++) {
            if (formal.atoms().constant(atom).isPresent()) {
                constants.put(atom, LargeField.random(random));
            }
        }
    }

    /** D, the number of parameters. */
    int parameters() {
        return parameters;
    }

    /** The residues that stand for the constants of the network, the same at all samples. */
    Map<FormalConstant, BigInteger> constants() {
        Map<FormalConstant, BigInteger> residues = new LinkedHashMap<>();
        constants.forEach(
                (atom, residue) -> residues.put(formal.atoms().constant(atom).orElseThrow(), residue));
        return residues;
    }

    /** A row of derivatives for every output, or for every difference of logits, at new random values of the variables. */
    List<BigInteger[]> sample() {
        BigInteger[] values = values();
        List<BigInteger[]> rows = new ArrayList<>();
        int outputs = formal.network().outputs();
        boolean softmax = formal.network().endsWithSoftmax();
        for (int o = 0; o < outputs - (softmax ? 1 : 0); o++) {
            BigInteger[] back = new BigInteger[outputs];
            for (int j = 0; j < outputs; j++) {
                boolean minus = softmax && j == outputs - 1;
                back[j] = j == o ? BigInteger.ONE : minus ? LargeField.PRIME.subtract(BigInteger.ONE) : BigInteger.ZERO;
            }
            rows.add(row(back, values));
        }
        return rows;
    }

    private BigInteger[] values() {
        FormalAtoms atoms = formal.atoms();
        BigInteger[] values = new BigInteger[atoms.size()];
        for (int atom = 0; atom < values.length; atom++) {
            BigInteger constant = constants.get(atom);
            values[atom] = constant != null
                    ? constant
                    : atoms.definition(atom)
                            .map(definition -> at(definition, values))
                            .orElseGet(() -> LargeField.random(random));
        }
        return values;
    }

    private static BigInteger at(Polynomial polynomial, BigInteger[] values) {
        BigInteger[] sum = {BigInteger.ZERO};
        polynomial.forEach((coefficient, exponents) -> {
            BigInteger term = LargeField.of(coefficient.rational());
            for (int variable = 0; variable < exponents.length; variable++) {
                for (int k = 0; k < exponents[variable]; k++) {
                    term = LargeField.times(term, values[variable]);
                }
            }
            sum[0] = LargeField.reduce(sum[0].add(term));
        });
        return sum[0];
    }

    private BigInteger[] row(BigInteger[] outputs, BigInteger[] values) {
        BigInteger[] row = new BigInteger[parameters];
        BigInteger[] back = outputs;
        for (int b = formal.blocks().size() - 1; b >= 0; b--) {
            FormalNetwork.Block block = formal.blocks().get(b);
            Layer.Dense dense = block.dense();
            BigInteger[] input = block.inputs().stream()
                    .map(polynomial -> at(polynomial, values))
                    .toArray(BigInteger[]::new);
            BigInteger[] before = new BigInteger[dense.inputs()];
            Arrays.fill(before, BigInteger.ZERO);
            for (int j = 0; j < dense.outputs(); j++) {
                BigInteger argument =
                        LargeField.times(back[j], at(block.slopes().get(j), values));
                for (int k = 0; k < block.rowLength(); k++) {
                    row[block.place(j, k)] = k < input.length ? LargeField.times(argument, input[k]) : argument;
                }
                for (int k = 0; k < input.length; k++) {
                    Scalar weight = dense.weight().get(j, k);
                    before[k] = LargeField.reduce(
                            before[k].add(LargeField.times(argument, LargeField.of(weight.rational()))));
                }
            }
            back = before;
        }
        return row;
    }
}
