package io.intertwine.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** How a user says which group acts: by a presentation, or as the group that the given actions of the generators generate. */
public sealed interface GroupDescription {
    /** The names of the generators, distinct, in order. */
    List<String> generators();

    /** The relators that the description states; empty for {@link Generated}. */
    List<Word> relators();

    /** The group with these generators in which exactly the consequences of these relators hold; no relators: the free group. */
    record Presentation(List<String> generators, List<Word> relators) implements GroupDescription {
        public Presentation {
            generators = requireNames(generators);
            relators = List.copyOf(relators);
            int count = generators.size();
            if (relators.stream()
                    .flatMap(word -> word.letters().stream())
                    .anyMatch(letter -> letter.generator() >= count)) {
                throw new IllegalArgumentException("a relator names a generator that is not among " + generators);
            }
        }

        /** The cyclic group of order n: generator r, relator r^n. */
        public static Presentation cyclic(int n) {
            requireRange("cyclic", n, 1, Word.LIMIT);
            return new Presentation(List.of("r"), List.of(Word.power(0, n)));
        }

        /** The dihedral group of order 2n: rotation r, reflection s, relators r^n, s^2, (r s)^2. */
        public static Presentation dihedral(int n) {
            requireRange("dihedral", n, 1, Word.LIMIT);
            return new Presentation(
                    List.of("r", "s"), List.of(Word.power(0, n), Word.power(1, 2), repeated(List.of(0, 1), 2)));
        }

        /** The symmetric group on n points by adjacent transpositions s1 ... s(n-1): the Coxeter presentation. */
        public static Presentation symmetric(int n) {
            requireRange("symmetric", n, 2, 100);
            ArrayList<Word> relators = new ArrayList<>();
            ArrayList<String> names = new ArrayList<>();
            for (int i = 0; i < n - 1; i++) {
                names.add("s" + (i + 1));
                relators.add(Word.power(i, 2));
                for (int j = 0; j < i; j++) {
                    relators.add(repeated(List.of(j, i), j == i - 1 ? 3 : 2));
                }
            }
            return new Presentation(names, relators);
        }

        /** The direct product of two groups: the generators of the second that have names of the first get primes. */
        public static Presentation product(Presentation a, Presentation b) {
            List<String> names = new ArrayList<>(a.generators);
            for (String name : b.generators) {
                String free = name;
                while (names.contains(free)) {
                    free += "'";
                }
                names.add(free);
            }
            int offset = a.generators.size();
            List<Word> relators = new ArrayList<>(a.relators);
            b.relators.forEach(word -> relators.add(word.shifted(offset)));
            for (int i = 0; i < offset; i++) {
                for (int j = offset; j < names.size(); j++) {
                    relators.add(Word.commutator(i, j));
                }
            }
            return new Presentation(names, relators);
        }

        private static Word repeated(List<Integer> generators, int times) {
            return new Word(Collections.nCopies(times, generators).stream()
                    .flatMap(List::stream)
                    .map(generator -> new Word.Letter(generator, 1))
                    .toList());
        }

        private static void requireRange(String kind, int n, int least, int most) {
            if (n < least || n > most) {
                throw new IllegalArgumentException(
                        "\"" + kind + "\" needs a number from " + least + " to " + most + ", found " + n);
            }
        }
    }

    /** The group of all pairs (input action, output action) that the actions of these generators generate; relators are not given. */
    record Generated(List<String> generators) implements GroupDescription {
        public Generated {
            generators = requireNames(generators);
        }

        @Override
        public List<Word> relators() {
            return List.of();
        }
    }

    private static List<String> requireNames(List<String> names) {
        for (String name : names) {
            if (!name.matches("[A-Za-z][A-Za-z0-9_']{0,63}")) {
                throw new IllegalArgumentException(
                        "a generator's name is a letter followed by letters, digits, _ or ', found \"" + name + "\"");
            }
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("the generators' names must be distinct, found " + names);
        }
        return List.copyOf(names);
    }
}
