package io.intertwine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** Files of theory that may be longer than the rest: path below {@code io/intertwine}, and the reason. */
    private static final Map<String, String> MAY_BE_LONG = Map.of(
            "certificate/Certificate.java", "one record with its description for each kind of evidence",
            "activation/Expression.java", "a sealed interface with its kinds: one type has all operations on formulas",
            "exact/Scalar.java", "a number type: one class has all operations of an ordered field",
            "exact/ExactMatrix.java", "one type for both storages, so that callers never see which one it is");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Layers.ROOT);

    private static final JavaClasses CODE_AND_PROPERTIES = new ClassFileImporter().importPackages(Layers.ROOT);

    private final SourceRules sources = SourceRules.ofTheory();

    @Test
    void aPackageImportsOnlyPackagesAboveIt() {
        ArchitectureRules.LAYERS.check(CODE);
    }

    @Test
    void theKernelKnowsOnlyItsVocabulary() {
        ArchitectureRules.KERNEL.check(CODE);
    }

    @Test
    void theoryShowsNoFloatingPoint() {
        ArchitectureRules.NO_FLOATING_POINT.check(CODE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        ArchitectureRules.NO_PRINTING.check(CODE);
    }

    @Test
    void theoryDoesNotLog() {
        ArchitectureRules.NO_LOGGING.check(CODE);
    }

    @Test
    void theoryKnowsNoChanceAndNoClock() {
        ArchitectureRules.NO_AMBIENT_CHANCE_OR_CLOCK.check(CODE);
    }

    @Test
    void everyPackageIsNullMarked() {
        ArchitectureRules.NULL_MARKED.check(CODE);
    }

    @Test
    void everyPropertyFixesItsSeed() {
        ArchitectureRules.PROPERTIES_FIX_THEIR_SEED.check(CODE_AND_PROPERTIES);
    }

    @Test
    void theKernelStaysSmall() {
        assertThat(sources.kernelSizes()).isEmpty();
    }

    @Test
    void theKernelLeavesNothingToDoAndSilencesNothing() {
        assertThat(sources.kernelWords()).isEmpty();
    }

    @Test
    void classesOfTheoryFitOnSomeScreens() {
        assertThat(sources.theorySizes(MAY_BE_LONG)).isEmpty();
    }
}
