package io.hexcache.architecture.rule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.hexcache.architecture.condition.OutboundPort;
import io.hexcache.architecture.project.CompiledClasses;
import io.hexcache.architecture.project.Module;
import io.hexcache.architecture.project.ParentPom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts that no module leaves out the suite of a port that it implements. Tests of others are seen as sources only.
 */
final class ContractCensusTest {

    /** A test that runs; an abstract one is a suite for somebody else, or for adapters that are wrong on purpose. */
    private static final Pattern RUNNING = Pattern.compile("^(?:public |final )*class \\w+ extends (\\w+)",
            Pattern.MULTILINE);

    static Stream<OutboundPort> ports() {
        return StreamSupport.stream(PortRules.demanded().transform(CompiledClasses.main()).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void module_thatImplementsThePort_runsItsSuite(OutboundPort port) {
        List<String> suites = port.suites(resideInAPackage(Packages.CONTRACTS)).stream().map(JavaClass::getSimpleName)
                .toList();
        List<Module> modules = ParentPom.modules().stream().filter(module -> implementsIt(module, port)).toList();

        assertThat(modules).as("modules that implement %s", port.type().getName())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(extendedByTests(module))
                        .as("superclasses of the tests of %s, which implements %s", module, port.type().getName())
                        .containsAnyElementsOf(suites));
    }

    private static boolean implementsIt(Module module, OutboundPort port) {
        return port.adapters(resideInAnyPackage(Packages.INFRASTRUCTURE, Packages.EXAMPLE)).stream()
                .map(adapter -> adapter.getName().replaceFirst("\\$.*", ""))
                .anyMatch(module.mainTypes()::contains);
    }

    private static List<String> extendedByTests(Module module) {
        return module.testSources().stream()
                .flatMap(file -> RUNNING.matcher(text(file)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the test " + file, e);
        }
    }
}
