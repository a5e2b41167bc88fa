package io.intertwine.group;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The irreducible characters of a finite group up to Galois conjugation, by their integer sums over the conjugates.
 *
 * <p>What is found modulo a prime is proved over the integers. For a Galois class with sum S and degree d let e = (d / |G|) sum S(g^-1) g.
 * All e are idempotents of the centre of Q[G], none is zero, their sum is 1, and there are as many as classes of cyclic subgroups, which
 * is the number of irreducible representations over Q (Serre, Linear Representations of Finite Groups, section 13.1). So they are the
 * primitive idempotents of the centre.
 */
public final class CharacterTable {
    /** The largest number of conjugacy classes. */
    public static final int LARGEST = 150;

    private final ConjugacyClasses classes;
    private final List<GaloisClass> characters;

    /** Refuses characters that are not proved to be all. */
    CharacterTable(ClassAlgebra algebra, List<GaloisClass> characters) {
        this.classes = algebra.classes();
        this.characters = List.copyOf(characters);
        int order = classes.group().order();
        boolean idempotents = characters.stream()
                .allMatch(character -> order % character.degree() == 0
                        && sum(character.values(), character.values()) == (long) order * character.conjugates()
                        && algebra.isMultipleOfIdempotent(character, order / character.degree()));
        if (!idempotents || !addsUp() || characters.size() != cyclicSubgroups()) {
            throw new IllegalArgumentException(
                    "the characters are not all irreducible characters of the group: " + characters);
        }
    }

    /**
     * The characters of a group, those of small degree and few conjugates first; the trivial one comes first.
     *
     * @throws IllegalArgumentException if the group has more than {@link #LARGEST} conjugacy classes
     */
    public static CharacterTable of(FiniteGroup group) {
        return of(ConjugacyClasses.of(group));
    }

    /** The characters of the group with these classes. */
    public static CharacterTable of(ConjugacyClasses classes) {
        if (classes.count() > LARGEST) {
            throw new IllegalArgumentException("the characters of a group are computed up to " + LARGEST
                    + " conjugacy classes, and this one has " + classes.count());
        }
        ClassAlgebra algebra = new ClassAlgebra(classes);
        ModularCharacters modular = new ModularCharacters(algebra);
        List<long[]> rows = modular.rows();
        List<GaloisClass> characters = new ArrayList<>();
        Set<List<Long>> seen = new HashSet<>();
        for (long[] row : rows) {
            if (!seen.contains(values(row))) {
                Set<List<Long>> conjugates = conjugates(classes, values(row));
                seen.addAll(conjugates);
                characters.add(
                        sum(classes, (int) row[0], conjugates, modular.field().prime()));
            }
        }
        characters.sort(Comparator.comparing((GaloisClass character) -> !character.isTrivial())
                .thenComparing(GaloisClass::degree)
                .thenComparing(GaloisClass::conjugates)
                .thenComparing(character -> -character.indicator())
                .thenComparing(character -> character.values().toString()));
        return new CharacterTable(algebra, characters);
    }

    private static List<Long> values(long[] row) {
        return IntStream.range(1, row.length).mapToObj(r -> row[r]).toList();
    }

    /** The characters g -> chi(g^k) for the exponents k that are prime to the exponent of the group. */
    private static Set<List<Long>> conjugates(ConjugacyClasses classes, List<Long> values) {
        Set<List<Long>> result = new HashSet<>();
        for (int k : units(classes.exponent())) {
            result.add(IntStream.range(0, values.size())
                    .mapToObj(r -> values.get(classes.power(r, k)))
                    .toList());
        }
        return result;
    }

    private static List<Integer> units(int n) {
        return IntStream.rangeClosed(1, n)
                .filter(k -> BigInteger.valueOf(k).gcd(BigInteger.valueOf(n)).equals(BigInteger.ONE))
                .boxed()
                .toList();
    }

    private static GaloisClass sum(ConjugacyClasses classes, int degree, Set<List<Long>> conjugates, long prime) {
        List<Integer> values = new ArrayList<>();
        for (int r = 0; r < classes.count(); r++) {
            int place = r;
            long residue = conjugates.stream().mapToLong(row -> row.get(place)).sum() % prime;
            values.add((int) (2 * residue > prime ? residue - prime : residue));
        }
        long squares = 0;
        for (int r = 0; r < classes.count(); r++) {
            squares += (long) classes.size(r) * values.get(classes.power(r, 2));
        }
        int indicator = (int) (squares / classes.group().order() / conjugates.size());
        return new GaloisClass(degree, conjugates.size(), indicator, values);
    }

    /** Whether sum d S is the character of the regular representation. */
    private boolean addsUp() {
        for (int r = 0; r < classes.count(); r++) {
            long sum = 0;
            for (GaloisClass character : characters) {
                sum += (long) character.degree() * character.values().get(r);
            }
            if (sum != (r == 0 ? classes.group().order() : 0)) {
                return false;
            }
        }
        return true;
    }

    /** The number of cyclic subgroups up to conjugacy: of classes of elements up to powers that generate the same subgroup. */
    private int cyclicSubgroups() {
        Set<Set<Integer>> orbits = new HashSet<>();
        for (int r = 0; r < classes.count(); r++) {
            Set<Integer> orbit = new HashSet<>();
            for (int k : units(classes.order(r))) {
                orbit.add(classes.power(r, k));
            }
            orbits.add(orbit);
        }
        return orbits.size();
    }

    /**
     * The inner product (1 / |G|) sum a(g) b(g^-1) of class functions.
     *
     * @throws ArithmeticException if it is no integer: then one of them is no combination of characters
     */
    public long inner(List<Integer> a, List<Integer> b) {
        long sum = sum(a, b);
        int order = classes.group().order();
        if (sum % order != 0) {
            throw new ArithmeticException("the inner product " + sum + " / " + order + " is no integer");
        }
        return sum / order;
    }

    private long sum(List<Integer> a, List<Integer> b) {
        long sum = 0;
        for (int r = 0; r < classes.count(); r++) {
            sum += (long) classes.size(r) * a.get(r) * b.get(classes.power(r, -1));
        }
        return sum;
    }

    /** The conjugacy classes. */
    public ConjugacyClasses classes() {
        return classes;
    }

    /** The irreducible characters up to Galois conjugation. */
    public List<GaloisClass> characters() {
        return characters;
    }
}
