package io.intertwine.data;

import io.intertwine.tensor.DoubleMatrix;

/**
 * Inputs of a network that were read from a file.
 *
 * @param name where they are from: the file, and the array in it where there are several
 * @param inputs one input in each row; never written to
 * @param count the number of inputs in the file, of which {@code inputs} may be a part
 * @param sha256 the SHA-256 of the file, in hexadecimal; of a folder that of its files one after another
 */
public record DataSet(String name, DoubleMatrix inputs, long count, String sha256) {}
