package io.intertwine.measure;

/**
 * A number estimated from a sample, with an interval.
 *
 * @param value the estimate
 * @param lower the lower end of the interval
 * @param upper the upper end; may be infinite, where the sample cannot bound it
 * @param confidence the probability, at least or about, depending on the method, with which such an interval contains the true value
 */
public record Estimate(double value, double lower, double upper, double confidence) {
    /** Throws IllegalArgumentException if a number is NaN, the ends are in the wrong order, or the confidence is not within 0 to 1. */
    public Estimate {
        if (Double.isNaN(value) || !(lower <= upper)) {
            throw new IllegalArgumentException(
                    "expected a number and an interval, found " + value + ", " + lower + " to " + upper);
        }
        requireConfidence(confidence);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence: expected a number greater than 0 and less than 1, found " + confidence);
        }
    }
}
