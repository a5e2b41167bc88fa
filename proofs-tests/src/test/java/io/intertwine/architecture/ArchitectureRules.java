package io.intertwine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;

/** The architecture rules on compiled classes. They hold for packages that do not exist yet, too. */
final class ArchitectureRules {
    static final ArchRule LAYERS = classes()
            .that(describe("are ours", Layers::isOurs))
            .should(importOnlyLayersAbove())
            .allowEmptyShould(true);

    static final ArchRule KERNEL = classes()
            .that()
            .resideInAPackage("io.intertwine.check..")
            .should(dependOnlyOn(describe("the kernel may use", ArchitectureRules::isKernelVocabulary)))
            .because("a small checker that trusts little can be read in one sitting")
            .allowEmptyShould(true);

    static final ArchRule NO_FLOATING_POINT = classes()
            .that(describe("are theory outside the rank engine", ArchitectureRules::mustBeExact))
            .should(keepFloatingPointOut())
            .because("exact and floating values meet only in numeric.lift")
            .allowEmptyShould(true);

    static final ArchRule NO_PRINTING = noClasses()
            .that()
            .resideOutsideOfPackage("io.intertwine.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("only the command line talks to people")
            .allowEmptyShould(true);

    static final ArchRule NO_LOGGING = noClasses()
            .that(describe("are theory", Layers::isTheory))
            .should(dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..")))
            .orShould(accessTargetWhere(describe("is System.getLogger", ArchitectureRules::isGetLogger)))
            .because("theory answers in values")
            .allowEmptyShould(true);

    static final ArchRule NO_AMBIENT_CHANCE_OR_CLOCK = noClasses()
            .that(describe("are theory", Layers::isTheory))
            .and()
            .doNotHaveFullyQualifiedName("io.intertwine.derive.Deadline")
            .should(accessTargetWhere(describe("is chance or a clock", ArchitectureRules::isChanceOrClock)))
            .because(
                    "every random decision takes a Seed, and no result depends on the time; a deadline only ends a search undecided")
            .allowEmptyShould(true);

    static final ArchRule NULL_MARKED = classes()
            .that(describe("are ours", Layers::isOurs))
            .should(resideInANullMarkedPackage())
            .allowEmptyShould(true);

    static final ArchRule PROPERTIES_FIX_THEIR_SEED = methods()
            .that()
            .areAnnotatedWith(Property.class)
            .should(nameASeed())
            .because("a build that was green stays green")
            .allowEmptyShould(true);

    private static final Set<String> KERNEL_PACKAGES = Set.of(
            "check", "exact", "group", "rep", "activation", "net", "symmetry", "criterion", "claim", "certificate");

    private static final Set<String> FLOATING_POINT = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private static final Set<String> CHANCE_AND_CLOCKS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private ArchitectureRules() {}

    private static ArchCondition<JavaClass> importOnlyLayersAbove() {
        return new ArchCondition<>("import only packages above their own in the list of layers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = Layers.placeOf(Layers.nameOf(type));
                if (own < 0) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package that has no place in the list of layers"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (Layers.isOurs(target) && Layers.placeOf(Layers.nameOf(target)) > own) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnlyOn(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("depend only on what " + allowed.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allowed.test(target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isKernelVocabulary(JavaClass type) {
        if (Layers.isOurs(type)) {
            return KERNEL_PACKAGES.contains(Layers.nameOf(type)) && !isRankEngine(type);
        }
        return resideInAnyPackage("java..", "org.hipparchus.fraction", "org.jspecify..")
                .or(resideInAPackage("org.hipparchus").and(describe("are interfaces", JavaClass::isInterface)))
                .test(type);
    }

    private static boolean isRankEngine(JavaClass type) {
        return type.getName().contains("RankEngine")
                || type.getAllRawInterfaces().stream()
                        .anyMatch(each -> each.getSimpleName().contains("RankEngine"));
    }

    private static boolean mustBeExact(JavaClass type) {
        return Layers.isTheory(type) && !isRankEngine(type);
    }

    private static ArchCondition<JavaClass> keepFloatingPointOut() {
        return new ArchCondition<>("have no float or double in a field or in a public or protected signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().forEach(field -> report(field, events));
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(unit -> !isForcedByHipparchus(unit))
                        .forEach(unit -> report(unit, events));
            }

            /** Hipparchus' FieldElement has a method that rounds to a double; nothing here calls it. */
            private boolean isForcedByHipparchus(JavaMember unit) {
                return unit.getName().equals("getReal")
                        && unit.getOwner().isAssignableTo("org.hipparchus.FieldElement");
            }

            private void report(JavaMember member, ConditionEvents events) {
                boolean floating = member.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> FLOATING_POINT.contains(
                                type.getBaseComponentType().getName()));
                if (floating) {
                    events.add(
                            SimpleConditionEvent.violated(member, member.getFullName() + " involves floating point"));
                }
            }
        };
    }

    private static boolean isChanceOrClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean withoutArguments = access.getTarget().getFullName().endsWith("()");
        return CHANCE_AND_CLOCKS.contains(owner.getName() + "." + name)
                || owner.getName().equals("java.security.SecureRandom")
                || (name.equals("<init>") && withoutArguments && isGenerator(owner))
                || (owner.getName().equals("java.util.Collections")
                        && access.getTarget().getFullName().endsWith("shuffle(java.util.List)"))
                || (owner.getPackageName().equals("java.time") && (name.equals("now") || name.startsWith("system")));
    }

    private static boolean isGetLogger(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && access.getTarget().getName().equals("getLogger");
    }

    private static boolean isGenerator(JavaClass type) {
        return type.getName().equals("java.util.Random") || type.getName().equals("java.util.SplittableRandom");
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " (" + type.getSimpleName() + ") has no @NullMarked"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> nameASeed() {
        return new ArchCondition<>("name a seed") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Optional<Property> property = method.tryGetAnnotationOfType(Property.class);
                if (property.map(each -> each.seed().isEmpty()).orElse(false)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " has no seed: write @Property(seed = \"...\")"));
                }
            }
        };
    }
}
