package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.check.Theorem;
import io.intertwine.net.Network;
import java.util.List;

/** Whether two networks compute the same function, as {@link EqualitySearch} found out. */
public sealed interface Equality {
    /** The one network. */
    Network left();

    /** The other network. */
    Network right();

    /**
     * The same function.
     *
     * @param left the one network
     * @param right the other
     * @param certificate the evidence
     * @param theorem what the checker proved
     * @param by how it was proved, in a few words
     */
    record Equal(Network left, Network right, Certificate.Equality certificate, Theorem theorem, String by)
            implements Equality {}

    /**
     * Different functions.
     *
     * @param left the one network
     * @param right the other
     * @param separation an input that shows it
     * @param theorem what the checker proved
     */
    record Different(Network left, Network right, Certificate.Separation separation, Theorem theorem)
            implements Equality {}

    /** Neither was found. */
    record Undetermined(Network left, Network right, List<String> reasons) implements Equality {
        public Undetermined {
            reasons = List.copyOf(reasons);
        }
    }
}
