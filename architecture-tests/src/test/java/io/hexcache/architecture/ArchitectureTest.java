package io.hexcache.architecture;

import io.hexcache.architecture.project.CompiledClasses;
import io.hexcache.architecture.rule.Rule;
import io.hexcache.architecture.rule.RuleCatalogue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on all classes of all modules. */
final class ArchitectureTest {

    static List<Rule> rules() {
        return RuleCatalogue.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_allModules_holds(Rule rule) {
        rule.check().check(CompiledClasses.main());
    }
}
