package io.hexcache.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.hexcache.architecture.project.CompiledClasses;
import io.hexcache.architecture.project.Module;
import io.hexcache.architecture.project.ParentPom;
import io.hexcache.architecture.project.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts what the rules see, so that no module and no class is silently left unchecked. */
final class CensusTest {

    private static final Map<String, String> WITHOUT_MAIN_CLASSES = Map.of(
            "simulation", "holds nothing but tests",
            "benchmarks", "holds nothing but measurements",
            "reliability-tests", "holds nothing but a check of running services",
            "architecture-tests", "holds nothing but these tests");

    static List<Module> modules() {
        return ParentPom.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void module_ofTheParentPom_allItsTypesAreChecked(Module module) {
        if (WITHOUT_MAIN_CLASSES.containsKey(module.name())) {
            assertThat(module.mainSources()).as("%s %s", module, WITHOUT_MAIN_CLASSES.get(module.name())).isEmpty();
            return;
        }
        assertThat(module.mainTypes()).as("types under src/main/java of %s", module)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(CompiledClasses.main().contain(type))
                        .as("%s of %s is compiled, yet not among the classes that the rules see", type, module)
                        .isTrue());
    }

    @Test
    void folder_withAPom_isAModuleOfTheParentPom() throws IOException {
        try (Stream<Path> folders = Files.list(ProjectRoot.find())) {
            List<String> withPom = folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();

            assertThat(withPom).isNotEmpty().isSubsetOf(modules().stream().map(Module::name).toList());
        }
    }

    @Test
    void classes_seenByTheRules_areNoTests() {
        assertThat(CompiledClasses.main()).allSatisfy(type -> assertThat(location(type))
                .doesNotContain("/test-classes/", "-tests.jar"));
    }

    private static String location(JavaClass type) {
        return type.getSource().orElseThrow(() -> new AssertionError(type + " comes from nowhere")).getUri().toString();
    }
}
