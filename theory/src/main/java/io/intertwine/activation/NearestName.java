package io.intertwine.activation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that someone who mistyped a name may have meant. */
public final class NearestName {
    private static final int LONGEST = 100;

    private NearestName() {}

    /** The name with the fewest characters to insert, delete or replace, upper and lower case alike, if these are few. */
    public static Optional<String> of(String found, Collection<String> names) {
        Optional<String> nearest = Optional.empty();
        int least = found.length() > LONGEST ? 0 : found.length() / 3 + 2;
        for (String name : names) {
            int distance = found.length() > LONGEST
                    ? LONGEST
                    : distance(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance < Math.max(name.length(), 2)) {
                least = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** The least number of characters to insert, delete or replace (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
