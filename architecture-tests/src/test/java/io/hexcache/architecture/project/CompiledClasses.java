package io.hexcache.architecture.project;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hexcache.architecture.rule.Packages;

/**
 * The compiled classes of the project, read once from the class path of the tests. There they lie in folders under
 * {@code mvn test} and in jars under {@code mvn verify}; test classes lie in {@code test-classes} either way, since no
 * module makes a jar of its tests. So one question to the location is enough, and no jar is left out.
 */
public final class CompiledClasses {

    private static final String TESTS = "/test-classes/";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains(TESTS))
            .importPackages(Packages.ROOT);
    private static final JavaClasses FIXTURES = new ClassFileImporter()
            .withImportOption(location -> location.contains(TESTS) && location.contains("/fixtures/"))
            .importPackages(Packages.ROOT);

    private CompiledClasses() {}

    /** Everything under {@code src/main} of all modules, what processors generated included. */
    public static JavaClasses main() {
        return MAIN;
    }

    /** The classes in this package of fixtures, under whichever module's package it lies. */
    public static JavaClasses fixtures(String name) {
        return FIXTURES.that(resideInAPackage("..fixtures." + name + ".."));
    }
}
