package io.intertwine.measure;

/**
 * Errors of equivariance over inputs. The error at an input x is e(x) = |f(rho x) - rho f(x)| divided by a scale that is the same for
 * all inputs. Intervals are about the inputs as independent draws from where they come from. An input at which a value overflows or is no
 * number has an infinite error, and so have all numbers that it enters.
 *
 * @param mean the mean of e
 * @param median the median of e, with the distribution-free interval between order statistics
 * @param largest the largest e
 * @param worst the row of the input that has it
 * @param above the share of inputs where e exceeds the tolerance, with the interval of Clopper and Pearson
 * @param quotient the median of |f(rho x) - rho f(x)| / |f(x)|, with its interval; 0 / 0 counts as 0
 * @param relative the relative error sqrt(sum |f(rho x) - rho f(x)|^2 / sum |f(x)|^2), with a bootstrap interval over inputs
 * @param notFinite the number of inputs with an infinite error
 */
public record ErrorSummary(
        double mean,
        Estimate median,
        double largest,
        int worst,
        Estimate above,
        Estimate quotient,
        Estimate relative,
        int notFinite) {}
