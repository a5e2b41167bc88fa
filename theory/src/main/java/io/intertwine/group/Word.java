package io.intertwine.group;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A word in the generators of a group: a product of powers, read from left to right.
 *
 * @param letters the factors; no exponent is zero
 */
public record Word(List<Letter> letters) {
    /** The largest absolute value of an exponent, and the largest number of letters, that are accepted. */
    public static final int LIMIT = 10_000;

    /** One factor: a generator, by its index from 0, to a power that is not zero. */
    public record Letter(int generator, int exponent) {
        public Letter {
            if (generator < 0 || exponent == 0 || Math.abs((long) exponent) > LIMIT) {
                throw new IllegalArgumentException("expected a generator and an exponent between -" + LIMIT + " and "
                        + LIMIT + " but not 0, found generator " + generator + " to the power " + exponent);
            }
        }
    }

    public Word {
        letters = List.copyOf(letters);
        if (letters.size() > LIMIT) {
            throw new IllegalArgumentException("a word has at most " + LIMIT + " letters, found " + letters.size());
        }
    }

    /** The word that is one generator to a power. */
    public static Word power(int generator, int exponent) {
        return new Word(List.of(new Letter(generator, exponent)));
    }

    /** The commutator x y x^-1 y^-1 of two generators. */
    public static Word commutator(int x, int y) {
        return new Word(List.of(new Letter(x, 1), new Letter(y, 1), new Letter(x, -1), new Letter(y, -1)));
    }

    /** The word in which every generator is replaced by the one a number of places later. */
    public Word shifted(int places) {
        return new Word(letters.stream()
                .map(letter -> new Letter(letter.generator + places, letter.exponent))
                .toList());
    }

    /** The value of the word where the i-th generator has the i-th of the given values. */
    public <E> E evaluate(Group<E> group, List<E> images) {
        E result = group.identity();
        for (Letter letter : letters) {
            result = group.multiply(result, group.power(images.get(letter.generator), letter.exponent));
        }
        return result;
    }

    /** The word in the notation of the symmetry format, for instance {@code "r^-1 s"}. */
    public String format(List<String> generators) {
        return letters.stream()
                .map(letter -> generators.get(letter.generator) + (letter.exponent == 1 ? "" : "^" + letter.exponent))
                .collect(Collectors.joining(" "));
    }
}
