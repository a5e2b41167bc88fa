package io.intertwine.activation;

import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Other names of activations: of PyTorch's classes and functions, of JAX's functions, of papers; in lower case. */
final class ActivationAliases {
    /** Names of activations that have a parameter under their canonical name. */
    static final Map<String, Supplier<Activation>> WITH_PARAMETER = Map.of(
            "square", () -> Activations.power(2),
            "cube", () -> Activations.power(3),
            "rrelu", () -> Activations.leakyRelu(Scalar.of(11, 48)));

    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("arctan", List.of("atan")),
            Map.entry("identity", List.of("linear", "id", "none")),
            Map.entry("sigmoid", List.of("logistic", "expit")),
            Map.entry("silu", List.of("swish", "swish1")),
            Map.entry("hard_swish", List.of("hardswish", "hard_silu", "hardsilu")),
            Map.entry("hard_sigmoid", List.of("hardsigmoid")),
            Map.entry("hardtanh", List.of("hard_tanh")),
            Map.entry("leaky_relu", List.of("leakyrelu", "prelu", "p_relu", "leaky-relu")),
            Map.entry("relu6", List.of("relu_6")),
            Map.entry("logsigmoid", List.of("log_sigmoid")),
            Map.entry("logcosh", List.of("log_cosh")),
            Map.entry("softsign", List.of("soft_sign")),
            Map.entry("softplus", List.of("soft_plus")),
            Map.entry("softshrink", List.of("soft_shrink")),
            Map.entry("hardshrink", List.of("hard_shrink")),
            Map.entry("tanhshrink", List.of("tanh_shrink")),
            Map.entry("gelu_tanh", List.of("gelu_new", "gelu_approximate", "gelutanh")),
            Map.entry("squareplus", List.of("square_plus")),
            Map.entry("sparse_plus", List.of("sparseplus")),
            Map.entry("sparse_sigmoid", List.of("sparsesigmoid")),
            Map.entry("gaussian", List.of("gauss")),
            Map.entry("heaviside", List.of("step", "unit_step")),
            Map.entry("abs", List.of("absolute")),
            Map.entry("sign", List.of("sgn")),
            Map.entry("sin", List.of("sine", "siren")),
            Map.entry("cos", List.of("cosine")));

    private ActivationAliases() {}

    /** The canonical name that a lower-case name stands for, or the name itself. */
    static String canonical(String name) {
        return OTHERS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }
}
