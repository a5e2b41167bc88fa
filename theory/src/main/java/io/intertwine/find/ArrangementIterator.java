package io.intertwine.find;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs lazily through all choices of one permutation for each of several sizes, the identities first, and maps them to elements. */
final class ArrangementIterator<T> implements Iterator<T> {
    private final List<int[]> choice = new ArrayList<>();
    private final Function<List<int[]>, Optional<T>> element;
    private boolean exhausted;
    private @Nullable T next;

    ArrangementIterator(List<Integer> sizes, Function<List<int[]>, Optional<T>> element) {
        this.element = element;
        sizes.forEach(size -> choice.add(IntStream.range(0, size).toArray()));
        next = seek();
    }

    private @Nullable T seek() {
        while (!exhausted) {
            Optional<T> found = element.apply(choice);
            exhausted = !advance();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    /** Moves to the next choice: the first permutation that has a successor in lexicographic order, those before it start again. */
    private boolean advance() {
        for (int[] permutation : choice) {
            if (advance(permutation)) {
                return true;
            }
        }
        return false;
    }

    /** The next permutation in lexicographic order, in place; after the last one the first, and false. */
    private static boolean advance(int[] permutation) {
        int i = permutation.length - 2;
        while (i >= 0 && permutation[i] > permutation[i + 1]) {
            i--;
        }
        int j = permutation.length - 1;
        if (i >= 0) {
            while (permutation[j] < permutation[i]) {
                j--;
            }
            swap(permutation, i, j);
        }
        for (int low = i + 1, high = permutation.length - 1; low < high; low++, high--) {
            swap(permutation, low, high);
        }
        return i >= 0;
    }

    private static void swap(int[] array, int i, int j) {
        int value = array[i];
        array[i] = array[j];
        array[j] = value;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        T result = next;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = seek();
        return result;
    }
}
