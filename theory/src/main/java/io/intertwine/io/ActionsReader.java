package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.BrokenRelatorException;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.List;

/** Reads the actions of all generators of a group on spaces; all spaces of a file together have a bounded number of coordinates. */
final class ActionsReader {
    /** The most bits of a number that may come up when a relator is evaluated. */
    private static final long MOST_BITS = 1_000_000;

    private long coordinates;

    /** The representation on a space; {@code side} says in messages which space it is. */
    Representation read(JsonValue value, String side, GroupDescription group) throws FormatException {
        JsonObject object = value.requireObject("an object with an action for each generator");
        requireGenerators(object, side, group.generators());
        List<AffineMap> images = new ArrayList<>();
        for (String generator : group.generators()) {
            JsonValue action = object.require(generator);
            AffineMap image = ofGenerator(generator, () -> ActionReader.read(action));
            coordinates += image.dimension();
            if (coordinates > SymmetryFormat.MOST_COORDINATES) {
                throw action.refuse("the actions up to this one have more than " + SymmetryFormat.MOST_COORDINATES
                        + " coordinates");
            }
            images.add(image);
            requireSameDimension(action, side, generator, images);
        }
        return represent(object, side, group, images);
    }

    /** Reads something. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws FormatException;
    }

    /** Reads the action of a generator, and names it where that is refused. */
    static <T> T ofGenerator(String generator, Reading<T> reading) throws FormatException {
        try {
            return reading.read();
        } catch (FormatException refused) {
            throw refused.within("the action of the generator \"" + generator + "\"");
        }
    }

    static void requireGenerators(JsonObject object, String side, List<String> generators) throws FormatException {
        for (String name : object.members().keySet()) {
            if (!generators.contains(name)) {
                throw object.require(name)
                        .refuse("the " + side + " has an action for " + FormatException.quote(name)
                                + ", which is not among the generators " + JsonNames.list(generators)
                                + NearestName.question(name, generators));
            }
        }
        for (String generator : generators) {
            if (!object.members().containsKey(generator)) {
                throw object.refuse("the " + side + " has no action for the generator \"" + generator + "\"");
            }
        }
    }

    private static void requireSameDimension(JsonValue action, String side, String generator, List<AffineMap> images)
            throws FormatException {
        int expected = images.get(0).dimension();
        int found = images.get(images.size() - 1).dimension();
        if (expected != found) {
            throw action.refuse("on the " + side + " the generator \"" + generator + "\" acts on " + found
                    + " coordinates, the first one on " + expected);
        }
    }

    private static Representation represent(
            JsonObject object, String side, GroupDescription group, List<AffineMap> images) throws FormatException {
        requireModestRelators(object, side, group, images);
        try {
            return new Representation(group, images.get(0).dimension(), images);
        } catch (BrokenRelatorException broken) {
            throw object.refuse(
                    "on the " + side + " the relator \"" + broken.relator()
                            + "\" does not hold: the product of these actions is not the identity",
                    broken);
        } catch (ArithmeticException tooHard) {
            throw object.refuse("on the " + side + " a relator cannot be evaluated: " + tooHard.getMessage(), tooHard);
        }
    }

    /** A long product of matrices with large entries would take memory without end. */
    private static void requireModestRelators(
            JsonObject object, String side, GroupDescription group, List<AffineMap> images) throws FormatException {
        List<Integer> bits = images.stream().map(ActionsReader::bits).toList();
        for (Word relator : group.relators()) {
            long needed = 0;
            for (Word.Letter letter : relator.letters()) {
                needed += (long) Math.abs(letter.exponent()) * bits.get(letter.generator());
            }
            if (needed > MOST_BITS) {
                throw object.refuse("on the " + side + " the relator "
                        + FormatException.quote(relator.format(group.generators())) + " needs numbers of more than "
                        + MOST_BITS + " bits; give shorter relators or leave them out");
            }
        }
    }

    /** The bits by which a factor can lengthen the entries of a product; 0 for signed permutations. */
    private static int bits(AffineMap map) {
        int shifts = map.shift().stream().mapToInt(ActionsReader::bits).max().orElse(0);
        if (map.isMonomial()) {
            return Math.max(
                    shifts,
                    map.scales().stream().mapToInt(ActionsReader::bits).max().orElse(0));
        }
        ExactMatrix matrix = map.matrix();
        int most = shifts;
        for (int i = 0; i < matrix.rows(); i++) {
            most = Math.max(
                    most,
                    matrix.row(i).stream().mapToInt(ActionsReader::bits).max().orElse(0));
        }
        return most + Integer.SIZE - Integer.numberOfLeadingZeros(matrix.rows());
    }

    private static int bits(Scalar number) {
        if (number.isZero() || (number.isRational() && number.abs().isOne())) {
            return 0;
        }
        return number.coefficients().stream()
                .mapToInt(part ->
                        part.getNumerator().bitLength() + part.getDenominator().bitLength())
                .sum();
    }
}
