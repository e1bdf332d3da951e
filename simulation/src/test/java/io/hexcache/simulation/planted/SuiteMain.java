package io.hexcache.simulation.planted;

import io.hexcache.contract.SuiteVerdict;
import java.util.Set;

/** Runs one test class, in a process of its own. */
final class SuiteMain {

    private SuiteMain() {}

    /** Exits with 0 if all tests of the class pass, and with 1 if not; prints which do not. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?> suite = Class.forName(arguments[0]);
        Set<String> failures = SuiteVerdict.failuresOf(suite);
        if (!failures.isEmpty()) {
            System.out.println("suite fails: " + suite.getSimpleName() + " " + failures);
        }
        System.exit(failures.isEmpty() ? 0 : 1);
    }
}
