package io.intertwine.io;

import io.intertwine.certificate.RegionTree;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Region trees in JSON: a list of the nodes in the order in which one walks through the tree. A cut {@code {"cut": k}} is followed by
 * its k parts; {@code "leaf"} and {@code {"thin": [multipliers]}} end a part. So a tree that is many cuts deep needs no deep nesting.
 */
final class RegionTrees {
    /** The most cuts below one another. */
    static final int DEEPEST = 1_000;

    private static final String LEAF = "leaf";
    private static final String NODE = "\"leaf\", {\"cut\": PARTS} or {\"thin\": [MULTIPLIERS]}";

    private RegionTrees() {}

    /** A cut whose parts are being read. */
    private static final class OpenCut {
        private final int size;
        private final List<RegionTree> parts = new ArrayList<>();

        OpenCut(int size) {
            this.size = size;
        }

        boolean isComplete() {
            return parts.size() == size;
        }
    }

    static RegionTree read(JsonValue list) throws FormatException {
        Deque<OpenCut> open = new ArrayDeque<>();
        open.push(new OpenCut(1));
        for (JsonValue node : list.requireItems("a list of regions: " + NODE)) {
            if (open.size() == 1 && open.element().isComplete()) {
                throw node.refuse("expected no region after the last part of the first cut, found " + node.kind());
            }
            if (node instanceof JsonObject object && object.members().containsKey("cut")) {
                object.requireOnly("cut");
                open.push(new OpenCut(object.require("cut").requireInteger("a number of parts", 1, Integer.MAX_VALUE)));
                if (open.size() > DEEPEST + 1) {
                    throw node.refuse("expected at most " + DEEPEST + " cuts below one another, found more");
                }
            } else {
                open.element().parts.add(end(node));
                close(open);
            }
        }
        if (open.size() > 1 || !open.element().isComplete()) {
            throw list.refuse("the tree of regions is not complete: expected "
                    + (open.element().size - open.element().parts.size()) + " more parts of the last cut");
        }
        return open.element().parts.get(0);
    }

    private static RegionTree end(JsonValue node) throws FormatException {
        if (node instanceof JsonObject object) {
            object.requireOnly("cut", "thin");
            return new RegionTree.Thin(object.require("thin")
                    .requireNumbers("a list of multipliers")
                    .toList());
        }
        if (node.requireText("a region: " + NODE).equals(LEAF)) {
            return new RegionTree.Leaf();
        }
        throw node.expected("a region: " + NODE);
    }

    /** A cut with all its parts is a part of the cut above it. */
    private static void close(Deque<OpenCut> open) {
        while (open.size() > 1 && open.element().isComplete()) {
            RegionTree.Cut cut = new RegionTree.Cut(open.pop().parts);
            open.element().parts.add(cut);
        }
    }

    static void write(RegionTree tree, JsonWriter json) throws FormatException, IOException {
        Deque<RegionTree> rest = new ArrayDeque<>();
        rest.push(tree);
        json.list();
        while (!rest.isEmpty()) {
            RegionTree node = rest.pop();
            if (node instanceof RegionTree.Cut cut) {
                json.inlineObject().name("cut").integer(cut.parts().size()).end();
                for (int i = cut.parts().size() - 1; i >= 0; i--) {
                    rest.push(cut.parts().get(i));
                }
            } else if (node instanceof RegionTree.Thin thin) {
                json.inlineObject().name("thin").numbers(thin.multipliers()).end();
            } else if (node instanceof RegionTree.Leaf) {
                json.text(LEAF);
            }
        }
        json.end();
    }
}
