package io.hexcache.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hexcache.architecture.project.CompiledClasses;
import io.hexcache.architecture.project.Module;
import io.hexcache.architecture.project.ParentPom;
import io.hexcache.architecture.project.ProjectRoot;
import io.hexcache.architecture.rule.Rule;
import io.hexcache.architecture.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the catalogue has to be and to have. */
final class RuleCatalogueTest {

    private static final Pattern FIXTURES = Pattern.compile("\\.fixtures\\.(arch\\d\\d)");

    static List<Rule> rules() {
        return RuleCatalogue.rules();
    }

    @Test
    void rules_ofTheCatalogue_areNumberedWithoutGap() {
        assertThat(rules()).extracting(Rule::id).containsExactlyElementsOf(
                IntStream.rangeClosed(1, rules().size()).mapToObj("ARCH-%02d"::formatted).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_description_saysNumberSentenceAndReason(Rule rule) {
        assertThat(rule.name()).matches("arch_\\d\\d(_[a-z]+)+");
        assertThat(rule.check().getDescription()).startsWith(rule.id() + " ").contains(", because ");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_noClasses_refusesToPass(Rule rule) {
        JavaClasses none = new ClassFileImporter().importClasses();

        assertThatThrownBy(() -> rule.check().check(none)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_architecturePage_showsGoodAndBad(Rule rule) throws IOException {
        String page = Files.readString(ProjectRoot.find().resolve("docs/architecture.md"));

        String section = page.lines().dropWhile(line -> !line.startsWith("### " + rule.id() + " ")).skip(1)
                .takeWhile(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");

        assertThat(section).as("the section of %s in docs/architecture.md", rule)
                .contains("Good", "Bad").containsPattern("(?s)```.*```.*```.*```");
    }

    @Test
    void fixtures_allPackages_belongToARule() {
        Stream<String> packages = CompiledClasses.fixtures("*").stream()
                .flatMap(type -> FIXTURES.matcher(type.getPackageName()).results().map(found -> found.group(1)))
                .distinct();

        assertThat(packages).containsExactlyInAnyOrderElementsOf(rules().stream().map(Rule::fixtures).toList());
    }

    @ParameterizedTest
    @MethodSource("poms")
    void pom_messageOfTheEnforcer_namesARule(Module module) {
        Stream<String> messages = ParentPom.texts(module.folder().resolve("pom.xml"), "message").stream();

        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(rules())
                .extracting(Rule::id)
                .contains(message.substring(0, message.indexOf(' '))));
    }

    static List<Module> poms() {
        List<String> free = List.of("bootstrap", "contract-tests", "simulation", "benchmarks", "reliability-tests",
                "architecture-tests");
        return ParentPom.modules().stream().filter(module -> !free.contains(module.name())).toList();
    }
}
