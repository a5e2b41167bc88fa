package io.intertwine.io;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of names in messages. */
final class JsonNames {
    private static final int SHOWN = 12;

    private JsonNames() {}

    /** The names, quoted, the first few of them where there are many. */
    static String list(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).map(FormatException::quote).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
