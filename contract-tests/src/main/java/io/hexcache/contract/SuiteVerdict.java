package io.hexcache.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What a suite says of an adapter that is wrong on purpose. The suite runs inside a test, by an engine of its own, so
 * that its failures are not those of the build. The wrong adapter's subclass carries {@link OnlyForVerdict}, which
 * keeps it out of every other run.
 */
public final class SuiteVerdict {

    private SuiteVerdict() {}

    /**
     * Runs the suite against the adapter that this subclass names.
     *
     * @return the names of the test methods that failed, those of dynamic and parameterised tests included once
     */
    public static Set<String> failuresOf(Class<?> suite) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter").selectors(selectClass(suite))
                .configurationParameter(OnlyForVerdict.ASKED, "true").execute();
        if (results.testEvents().started().count() == 0) {
            throw new AssertionError("no test of " + suite.getName() + " ran; is it a suite with @OnlyForVerdict?");
        }
        Set<String> failed = new TreeSet<>();
        results.testEvents().failed().stream().map(Event::getTestDescriptor).map(SuiteVerdict::method)
                .forEach(failed::add);
        return failed;
    }

    private static String method(TestDescriptor descriptor) {
        if (descriptor.getSource().orElse(null) instanceof MethodSource source) {
            return source.getMethodName();
        }
        return descriptor.getParent().map(SuiteVerdict::method).orElseGet(descriptor::getDisplayName);
    }
}
