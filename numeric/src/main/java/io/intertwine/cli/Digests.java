package io.intertwine.cli;

import io.intertwine.certificate.Digest;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Symmetry;
import java.util.List;

/** Which exact values a verdict is about: the readers decide what a file means, so everybody can compare. */
final class Digests {
    private Digests() {}

    /** A network and a symmetry. */
    static List<String> of(Network network, Symmetry symmetry) {
        return of(List.of(network), List.of(symmetry));
    }

    /** A family of networks. */
    static List<String> of(Architecture architecture) {
        Table table = new Table("  ", List.of());
        table.row(List.of("architecture", Digest.of(architecture)));
        return table.lines(line -> line);
    }

    /** Two representations. */
    static List<String> of(LinearRepresentation source, LinearRepresentation target) {
        Table table = new Table("  ", List.of());
        table.row(List.of("first representation", Digest.of(source)));
        table.row(List.of("second representation", Digest.of(target)));
        return table.lines(line -> line);
    }

    /** One network or two, and at most one symmetry. */
    static List<String> of(List<Network> networks, List<Symmetry> symmetries) {
        Table table = new Table("  ", List.of());
        List<String> names = networks.size() == 1 ? List.of("network") : List.of("first network", "second network");
        for (int i = 0; i < networks.size(); i++) {
            table.row(List.of(names.get(i), Digest.of(networks.get(i))));
        }
        symmetries.forEach(symmetry -> table.row(List.of("symmetry", Digest.of(symmetry))));
        return table.lines(line -> line);
    }
}
