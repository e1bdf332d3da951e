package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A verdict names the tests that failed, and wrong suites run for a verdict only. */
final class SuiteVerdictTest {

    @OnlyForVerdict
    static final class WrongSuite {

        @Test
        void right() {
            assertThat(true).isTrue();
        }

        @Test
        void wrong() {
            assertThat(true).isFalse();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void wrongWithOneParameter(boolean value) {
            assertThat(value).isTrue();
        }

        @TestFactory
        Stream<DynamicTest> wrongDynamically() {
            return Stream.of(DynamicTest.dynamicTest("any name", () -> assertThat(true).isFalse()));
        }
    }

    static final class SuiteWithoutTests {}

    @Test
    void failuresOf_wrongSuite_namesTheMethodsThatFailed() {
        assertThat(SuiteVerdict.failuresOf(WrongSuite.class)).containsExactlyInAnyOrder("wrong",
                "wrongWithOneParameter",
                "wrongDynamically");
    }

    @Test
    void failuresOf_noTests_isAnError() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SuiteVerdict.failuresOf(SuiteWithoutTests.class))
                .withMessageContaining("no test of");
    }

    @Test
    void wrongSuite_runByAnythingElse_isSkipped() {
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(WrongSuite.class)).execute().testEvents()
                .assertStatistics(statistics -> statistics.started(0));
    }
}
