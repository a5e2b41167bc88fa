package io.intertwine.weights;

import java.util.ArrayList;
import java.util.List;

/** What is known of a tensor in a graph. */
sealed interface Tensor {
    /** A constant. */
    record Constant(OnnxConstant value) implements Tensor {}

    /** Numbers that a network computes from its input. */
    record Units(Stage stage, Term formula, Axes axes) implements Tensor {
        /** The same numbers in other axes. */
        Units in(Axes other) {
            return new Units(stage, formula, other);
        }
    }

    /** The probabilities at the end of a network: the softmax of some units. */
    record Probabilities(Units logits) implements Tensor {}

    /**
     * Sizes of axes as a tensor of integers, one of which may be that of the batch, which is not known.
     *
     * @param sizes {@link Axes#ANY} stands for the size of the batch
     * @param single whether the tensor has no axis
     */
    record Sizes(List<Long> sizes, boolean single) implements Tensor {
        public Sizes {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * The axes of a tensor that depends on the input. Entries of different rows of a batch never meet.
     *
     * @param batch the size of the first axis, the rows: {@link #ANY} where it is not fixed, {@link #NONE} where there is no such axis
     * @param sizes the sizes of the other axes; the units are numbered with the last index running fastest
     */
    record Axes(long batch, List<Integer> sizes) {
        /** A batch of any size. */
        static final long ANY = Long.MIN_VALUE;

        /** No axis for a batch. */
        static final long NONE = 0;

        public Axes {
            sizes = List.copyOf(sizes);
        }

        boolean hasBatch() {
            return batch != NONE;
        }

        /** The number of axes. */
        int rank() {
            return sizes.size() + (hasBatch() ? 1 : 0);
        }

        /** The number of units. */
        int count() {
            return (int) Shapes.count(sizes);
        }

        /** All sizes, {@link #ANY} among them. */
        List<Long> all() {
            List<Long> all = new ArrayList<>();
            if (hasBatch()) {
                all.add(batch);
            }
            sizes.forEach(size -> all.add((long) size));
            return all;
        }

        /** Whether all units lie along the last axis, so that a matrix acts on all of them. */
        boolean isVector() {
            return !sizes.isEmpty() && sizes.get(sizes.size() - 1) == count();
        }

        /** The same axes with another last one. */
        Axes withLast(int size) {
            List<Integer> other = new ArrayList<>(sizes);
            other.set(other.size() - 1, size);
            return new Axes(batch, other);
        }

        /** The same batch with other axes. */
        Axes with(List<Integer> other) {
            return new Axes(batch, other);
        }

        @Override
        public String toString() {
            return all().toString().replace(String.valueOf(ANY), "N");
        }
    }
}
