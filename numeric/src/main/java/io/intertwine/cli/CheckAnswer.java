package io.intertwine.cli;

import io.intertwine.check.CheckResult;
import java.util.List;

/**
 * What {@code check} tells.
 *
 * @param verdict the verdict that was to be proved
 * @param result whether it is
 * @param subject lines about what the claim is about
 */
record CheckAnswer(String verdict, CheckResult result, List<String> subject) {
    CheckAnswer {
        subject = List.copyOf(subject);
    }
}
