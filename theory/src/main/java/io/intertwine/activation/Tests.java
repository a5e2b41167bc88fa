package io.intertwine.activation;

import java.util.List;

/** Decides the tests of choices on open intervals, for functions given once or turn by turn. */
interface Tests {
    /** The signs of a test; with all its zeros, unless a continuous choice does not need them. */
    SignChart chart(Expression test, OpenInterval interval, boolean continuous);

    /** The points where the floor of an expression may change, and its values between them. */
    void floors(Expression u, OpenInterval interval, List<Expression> points, List<Expression> values);

    /** The floor at a point of an expression without choices that is defined there. */
    Expression floorAt(Expression u, Expression point);

    /** The sign at a point of an expression without choices that is defined there. */
    int signAt(Expression u, Expression point);

    /** An expression without choices at a point, simplified. */
    Expression valueAt(Expression u, Expression point);
}
