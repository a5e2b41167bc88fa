package io.intertwine.net;

/** A layer of an architecture: a layer without the numbers that are its parameters. */
public sealed interface LayerShape permits LayerShape.Dense, Layer.Entrywise, Layer.Softmax {
    /** The dimension of the space that the layer reads. */
    int inputs();

    /** The dimension of the space that the layer writes. */
    int outputs();

    /** The number of parameters. */
    default long parameters() {
        return 0;
    }

    /**
     * A dense layer x -> W x + b.
     *
     * @param inputs the columns of W, at least 1
     * @param outputs the rows of W, at least 1
     * @param bias whether there is b
     */
    record Dense(int inputs, int outputs, boolean bias) implements LayerShape {
        public Dense {
            if (inputs < 1 || outputs < 1) {
                throw new IllegalArgumentException("a dense layer needs at least one input and one output, found "
                        + inputs + " inputs and " + outputs + " outputs");
            }
        }

        /** The parameters of one unit: its weights, and its bias if there is one. */
        public int rowLength() {
            return inputs + (bias ? 1 : 0);
        }

        @Override
        public long parameters() {
            return (long) outputs * rowLength();
        }
    }
}
