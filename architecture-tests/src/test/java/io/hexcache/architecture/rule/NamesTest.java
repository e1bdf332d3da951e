package io.hexcache.architecture.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import io.hexcache.architecture.condition.OutboundPort;
import io.hexcache.architecture.project.CompiledClasses;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A name that nothing bears would make a rule pass in silence; here it fails aloud. */
final class NamesTest {

    static final Set<String> CHANGING = Places.CHANGING.keySet();
    static final Set<String> OFFERED = Places.OFFERED.keySet();

    /** What only tests use is no proof that the rule on production code is spelt right. */
    private static final PackageMatcher SUITES = PackageMatcher.of(Packages.CONTRACTS);
    private static final Set<String> USED = CompiledClasses.main().stream()
            .flatMap(NamesTest::packagesUsedBy)
            .collect(Collectors.toSet());

    static Stream<String> packages() {
        return Stream.of(Packages.class.getDeclaredFields()).map(NamesTest::value);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_thatRulesName_holdsOrServesOurClasses(String name) {
        PackageMatcher matcher = PackageMatcher.of(name.equals(Packages.ROOT) ? name + ".." : name);

        assertThat(USED).anyMatch(matcher::matches);
    }

    @Test
    void place_withAnException_exists() {
        assertThat(CompiledClasses.main()).extracting(JavaClass::getName).contains(Places.SURROUNDINGS, Places.ENTRY);
        assertThat(CompiledClasses.main()).anyMatch(type -> type.isAnnotatedWith(Places.GENERATED_BY_DAGGER));
    }

    @ParameterizedTest
    @FieldSource("CHANGING")
    void place_thatMayChange_stillDoes(String name) {
        assertThat(CompiledClasses.main().get(name).getFields()).anyMatch(NamesTest::canChange);
    }

    @ParameterizedTest
    @FieldSource("OFFERED")
    void place_thatIsOnlyOffered_isStillNotImplemented(String name) {
        OutboundPort port = new OutboundPort(CompiledClasses.main().get(name), CompiledClasses.main());

        assertThat(port.type().getPackageName()).matches(PackageMatcher.of(Packages.PORTS)::matches);
        assertThat(port.adapters(type -> true)).isEmpty();
    }

    private static boolean canChange(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static Stream<String> packagesUsedBy(JavaClass type) {
        Stream<String> own = Stream.of(type.getPackageName());
        return SUITES.matches(type.getPackageName()) ? own
                : Stream.concat(own, type.getDirectDependenciesFromSelf()
                        .stream().map(each -> each.getTargetClass().getPackageName()));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is private; the rules cannot use it", e);
        }
    }
}
