package io.intertwine.rep;

import io.intertwine.exact.SparseMatrix;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The equivariant maps between monomial representations: g moves the place (i, j) of a matrix to another place, and multiplies the entry
 * by a factor, so a map is free on every orbit of places, unless the stabiliser of a place acts on its entry by a factor other than 1;
 * then it is 0 there (G. W. Mackey; C. W. Curtis and I. Reiner, Methods of Representation Theory, section 10B).
 *
 * <p>Orbits are found one after the other, and only the largest one is held, with one or two bits for each place.
 */
final class MonomialMaps implements ProductMaps {
    /** The most places. */
    static final long LARGEST = 1L << 33;

    private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;

    private final MonomialAction source;
    private final MonomialAction target;

    private MonomialMaps(MonomialAction source, MonomialAction target) {
        this.source = source;
        this.target = target;
    }

    static MonomialMaps between(LinearRepresentation from, LinearRepresentation to) {
        long places = (long) from.dimension() * to.dimension();
        if (places > LARGEST) {
            throw new IllegalArgumentException("the maps from dimension " + from.dimension() + " to dimension "
                    + to.dimension() + " have " + places + " places, expected at most " + LARGEST
                    + "; write the representations as sums of smaller ones");
        }
        return new MonomialMaps(MonomialAction.of(from), MonomialAction.of(to));
    }

    private PlaceOrbits orbits() {
        if (source.isPermutation() && target.isPermutation()) {
            return new PermutedPlaces(source, target);
        }
        return source.isSigned() && target.isSigned()
                ? new SignedPlaces(source, target)
                : new ScaledPlaces(source, target);
    }

    @Override
    public long dimension() {
        long count = 0;
        for (PlaceOrbits orbits = orbits(); orbits.advance(); ) {
            count++;
        }
        return count;
    }

    @Override
    public Stream<SparseMatrix> basis() {
        return stream(PlaceOrbits::matrix);
    }

    @Override
    public Stream<Place> pivots() {
        return stream(PlaceOrbits::first);
    }

    private <T> Stream<T> stream(Function<PlaceOrbits, T> value) {
        Supplier<Spliterator<T>> elements =
                () -> Spliterators.spliteratorUnknownSize(new Values<>(orbits(), value), CHARACTERISTICS);
        return StreamSupport.stream(elements, CHARACTERISTICS, false);
    }

    /** One value for each orbit, taken before the orbits go on. */
    private static final class Values<T> implements Iterator<T> {
        private final PlaceOrbits orbits;
        private final Function<PlaceOrbits, T> value;
        private boolean ready;

        Values(PlaceOrbits orbits, Function<PlaceOrbits, T> value) {
            this.orbits = orbits;
            this.value = value;
        }

        @Override
        public boolean hasNext() {
            ready = ready || orbits.advance();
            return ready;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return value.apply(orbits);
        }
    }
}
