/**
 * Networks in the files of other tools: ONNX, and tensors of plain dense layers without a description. Every weight is the exact value
 * of its float; what is not understood is refused by its name. The wire format is read and written with protobuf-java, which is loaded
 * for ONNX files only.
 */
@NullMarked
package io.intertwine.weights;

import org.jspecify.annotations.NullMarked;
