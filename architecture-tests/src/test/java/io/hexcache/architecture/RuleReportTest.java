package io.hexcache.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.hexcache.architecture.project.CompiledClasses;
import io.hexcache.architecture.rule.Rule;
import io.hexcache.architecture.rule.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule against classes that break it, so that a rule which checks nothing turns red. Rule {@code ARCH-07} has
 * its fixtures in packages called {@code fixtures.arch07}, under the real package of the module that they pretend to
 * belong to, and its exact report in {@code reports/ARCH-07.txt}.
 */
final class RuleReportTest {

    static List<Rule> rules() {
        return RuleCatalogue.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_violatingFixtures_exactReport(Rule rule) throws IOException {
        JavaClasses fixtures = CompiledClasses.fixtures(rule.fixtures());

        String report = rule.check().evaluate(fixtures).getFailureReport().toString();

        assertThat(report.strip()).isEqualTo(expected(rule));
    }

    private static String expected(Rule rule) throws IOException {
        String file = "/reports/" + rule.id() + ".txt";
        try (InputStream in = RuleReportTest.class.getResourceAsStream(file)) {
            assertThat(in).as("%s has no expected report %s", rule, file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
