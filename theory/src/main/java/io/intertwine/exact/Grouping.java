package io.intertwine.exact;

import java.util.Arrays;

/** Things 0, 1, 2, ... sorted by the group to which each belongs. */
final class Grouping {
    private final int[] starts;
    private final int[] sorted;

    private Grouping(int[] starts, int[] sorted) {
        this.starts = starts;
        this.sorted = sorted;
    }

    /** The grouping where thing i belongs to groups[i], from 0 to count - 1, or to none if that is -1. */
    static Grouping of(int[] groups, int count) {
        int[] starts = new int[count + 1];
        for (int group : groups) {
            if (group >= 0) {
                starts[group + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] sorted = new int[starts[count]];
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0) {
                sorted[next[groups[i]]++] = i;
            }
        }
        return new Grouping(starts, sorted);
    }

    /** The members of a group, ascending. */
    int[] members(int group) {
        return Arrays.copyOfRange(sorted, starts[group], starts[group + 1]);
    }
}
