package io.intertwine.cli;

import io.intertwine.construct.Demo;
import io.intertwine.io.FormatException;
import io.intertwine.io.NetworkFormat;
import io.intertwine.io.SymmetryFormat;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the demonstration.
 *
 * @param network an equivariant network
 * @param symmetry its symmetry
 * @param certificate the proof
 * @param report the report
 * @param nearMiss a network that is not quite equivariant
 * @param refutation the proof of that
 */
record DemoFiles(
        OutputFile network,
        OutputFile symmetry,
        OutputFile certificate,
        OutputFile report,
        OutputFile nearMiss,
        OutputFile refutation) {

    /** The files in a directory, which is made if need be. Refuses one that holds other files. */
    static DemoFiles in(String name) throws FormatException {
        Path directory = InputFiles.path(name);
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new FormatException(name, "expected a directory, found a file");
        }
        try {
            Files.createDirectories(directory);
            DemoFiles files = new DemoFiles(
                    file(directory, "network.json"),
                    file(directory, "symmetry.json"),
                    file(directory, "certificate.json"),
                    file(directory, "report.html"),
                    file(directory, "near-miss.json"),
                    file(directory, "refutation.json"));
            files.requireOwn(directory);
            return files;
        } catch (IOException failure) {
            throw new FormatException(
                    name, "cannot be used as a directory for the demonstration: " + failure.getMessage(), failure);
        }
    }

    private static OutputFile file(Path directory, String name) throws FormatException {
        return OutputFile.at(directory.resolve(name).toString());
    }

    /** Files of an earlier demonstration are replaced, files of anybody else never. */
    private void requireOwn(Path directory) throws IOException, FormatException {
        List<Path> own = Stream.of(network, symmetry, certificate, report, nearMiss, refutation)
                .map(OutputFile::path)
                .toList();
        try (Stream<Path> found = Files.list(directory)) {
            List<Path> all = found.toList();
            if (!own.containsAll(all) && !all.containsAll(own)) {
                throw new FormatException(
                        directory.toString(), "expected a new or empty directory, or one of an earlier demonstration");
            }
        }
    }

    /** Writes the networks and the symmetry. */
    void write(Demo demo, Network nearMissNetwork) throws FormatException {
        network.attempt(() -> NetworkFormat.write(demo.network(), network.path()));
        symmetry.attempt(() -> SymmetryFormat.write(demo.symmetry(), symmetry.path()));
        nearMiss.attempt(() -> NetworkFormat.write(nearMissNetwork, nearMiss.path()));
    }
}
