package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.FactsText;
import io.intertwine.activation.StoredFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored facts are what the derivation gives today. With {@code -Dfacts.write=FOLDER} they are written instead, to
 * {@code FOLDER/facts/NAME.txt}; a relative folder begins in that of the module.
 */
class StoredFactsTest {
    private static final String WRITE = "facts.write";

    /** Enough on any machine, so that the result does not depend on its speed. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static Collection<Activation> named() {
        return Activations.named().values();
    }

    static Stream<Activation> some() {
        return Stream.of("tanh", "relu", "exp", "floor").map(Activations::requireNamed);
    }

    private static String stored(Activation activation) throws IOException {
        try (InputStream resource = StoredFacts.class.getResourceAsStream(StoredFacts.resource(activation.name()))) {
            assertThat(resource).as(StoredFacts.resource(activation.name())).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void derivingTheFactsAgainGivesTheSameBytes(Activation activation) throws IOException {
        String derived = DerivedFacts.of(activation.expression(), LIMIT).text();
        String folder = System.getProperty(WRITE, "");
        if (folder.isEmpty()) {
            assertThat(derived).isEqualTo(stored(activation));
        } else {
            Path file = Path.of(folder).resolve(StoredFacts.resource(activation.name()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, derived);
        }
    }

    @ParameterizedTest
    @MethodSource("named")
    void storedFactsAreReadAsTheyWereDerived(Activation activation) throws IOException {
        FactsText read = StoredFacts.find(activation).orElseThrow();
        assertThat(read.facts().expression()).isEqualTo(activation.expression());
        assertThat(read.text()).isEqualTo(stored(activation));
        assertThat(read.facts().complete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("some")
    void anyChangeOfTheTextOutsideItsSentencesIsNoticed(Activation activation) throws IOException {
        String text = stored(activation);
        FactsText facts = FactsText.parse(text);
        int sentences = text.indexOf("\nclass ");
        for (int i = 0; i < sentences; i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == '1' ? '2' : '1') + text.substring(i + 1);
            assertThat(isNoticed(changed, facts)).as(changed).isTrue();
        }
    }

    private static boolean isNoticed(String changed, FactsText facts) {
        try {
            return !FactsText.parse(changed).equals(facts);
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    @Test
    void aTextOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> FactsText.parse("format: intertwine-activation-facts/2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("intertwine-activation-facts/1");
        assertThatThrownBy(() -> FactsText.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsStoredAboutActivationsWithAParameter() {
        assertThat(StoredFacts.find(Activations.power(3))).isEmpty();
    }
}
