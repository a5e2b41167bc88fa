package io.intertwine.exact;

import org.hipparchus.Field;

/** The structure of {@link Scalar} as Hipparchus wants it; its one instance is {@code INSTANCE}. */
enum ScalarField implements Field<Scalar> {
    /** The only instance. */
    INSTANCE;

    @Override
    public Scalar getZero() {
        return Scalar.ZERO;
    }

    @Override
    public Scalar getOne() {
        return Scalar.ONE;
    }

    @Override
    public Class<Scalar> getRuntimeClass() {
        return Scalar.class;
    }
}
