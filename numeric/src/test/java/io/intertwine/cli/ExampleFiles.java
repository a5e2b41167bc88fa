package io.intertwine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the worked examples, written by hand. */
record ExampleFiles(Path folder) {
    static final String SWAPPED_PAIR = network("[[1,2],[2,1]]", "[3,3]", "\"tanh\"", "[[5,5]]");
    static final String ANTISYMMETRIC_PAIR = network("[[1,2],[2,1]]", "[3,3]", "\"tanh\"", "[[5,-5]]");
    static final String SIGNED_UNITS = network("[[1,0],[0,1]]", "[0,0]", "\"tanh\"", "[[5,7]]");
    static final String SHIFTED_ABS = network("[[1]]", "[1]", "\"abs\"", "[[1]]");
    static final String HAT = network("[[1],[1],[1]]", "[1,0,-1]", "\"relu\"", "[[1,-2,1]]");
    static final String HAT_WITH_SPARE_UNIT =
            withOutputBias(network("[[1],[1],[1],[0]]", "[1,0,-1,0]", "\"relu\"", "[[1,-2,1,0]]"), "[0]");
    static final String EVEN_FORM_OF_HAT =
            withOutputBias(network("[[1],[-1],[1],[-1]]", "[0,0,-1,-1]", "\"relu\"", "[[-1,-1,1,1]]"), "[1]");
    static final String DEEP_HAT = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1],[1],[1]], "bias": [1,0,-1]}}, {"activation": "relu"},
              {"dense": {"weight": [[1,-2,1],[2,-4,2]], "bias": ["-1/4",1]}}, {"activation": "relu"},
              {"dense": {"weight": [[1,1]]}}]}
            """;
    static final String DEEP_RELU = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1,2],[-3,1],[2,-1]], "bias": [1,2,-1]}}, {"activation": "relu"},
              {"dense": {"weight": [[1,-2,1],[3,1,-1]], "bias": [1,-2]}}, {"activation": "relu"},
              {"dense": {"weight": [[1,-1]], "bias": [0]}}]}
            """;
    static final String DEEP_SQUARES = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1,0],[0,1]]}}, {"activation": {"power": 2}},
              {"dense": {"weight": [[1,1],[1,-1]]}}, {"activation": {"power": 2}},
              {"dense": {"weight": [[1,0],[0,1]]}}]}
            """;
    static final String STAR = network("[[1,0],[0,1],[-1,-1]]", "[0,0,0]", "\"relu\"", "[[1,1,1]]");
    static final String MERGED_CLONES = network("[[1,0],[0,1]]", "[0,0]", "\"tanh\"", "[[1,1]]");
    static final String SPLIT_CLONES = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1,0],[1,0],[0,1]]}}, {"activation": "tanh"}, {"dense": {"weight": [["1/3","2/3",1]]}}]}
            """;
    static final String NON_SPLIT_CLONES = """
            {"format": "intertwine-network/1", "layers": [
              {"dense": {"weight": [[1,2],[1,2],[2,1],[2,1]], "bias": [0,0,0,0]}},
              {"activation": "tanh"},
              {"dense": {"weight": [[1,7,20,3],[7,1,3,20],[3,20,1,7],[20,3,7,1]], "bias": [0,0,0,0]}},
              {"activation": "tanh"},
              {"dense": {"weight": [[1,1,1,1]]}}]}
            """;
    static final String SWAP = involution("{\"permutation\": [1, 0]}", "1");
    static final String SWAP_WITH_SIGN = involution("{\"permutation\": [1, 0]}", "-1");
    static final String NEGATION_OF_TWO = involution("{\"permutation\": [0, 1], \"scales\": [-1, -1]}", "-1");
    static final String HEXAGON = """
            {"format": "intertwine-symmetry/1", "group": {"generators": ["r"], "relators": ["r^6"]},
             "input": {"r": {"matrix": [[0,-1],[1,1]]}}, "output": {"r": {"trivial": 1}}}
            """;
    static final String HADAMARD = """
            {"format": "intertwine-symmetry/1", "group": {"generators": ["h"], "relators": []},
             "input": {"h": {"matrix": [[1,1],[1,-1]]}}, "output": {"h": {"matrix": [[4,0],[4,-4]]}}}
            """;
    static final String REFLECTION = involution("{\"matrix\": [[-1]]}", "1");

    /** A network with one hidden layer, with a bias there and none at the output. */
    static String network(String weight, String bias, String activation, String readout) {
        return """
                {"format": "intertwine-network/1", "layers": [
                  {"dense": {"weight": %s, "bias": %s}}, {"activation": %s}, {"dense": {"weight": %s}}]}
                """.formatted(weight, bias, activation, readout);
    }

    /** The network with a bias at the output. */
    static String withOutputBias(String network, String bias) {
        int end = network.lastIndexOf("}}]}");
        return network.substring(0, end) + ", \"bias\": " + bias + network.substring(end);
    }

    /** The group of order two. */
    static String involution(String input, String output) {
        return """
                {"format": "intertwine-symmetry/1", "group": {"generators": ["s"], "relators": ["s^2"]},
                 "input": {"s": %s}, "output": {"s": {"matrix": [[%s]]}}}
                """.formatted(input, output);
    }

    /** Writes a file. */
    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of a file. */
    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of all files in the folder, in order. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
