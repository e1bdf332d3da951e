package io.hexcache.architecture.rule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static io.hexcache.architecture.rule.Packages.APPLICATION;
import static io.hexcache.architecture.rule.Packages.BOOTSTRAP;
import static io.hexcache.architecture.rule.Packages.CAFFEINE;
import static io.hexcache.architecture.rule.Packages.CONTRACTS;
import static io.hexcache.architecture.rule.Packages.DAGGER;
import static io.hexcache.architecture.rule.Packages.DOMAIN;
import static io.hexcache.architecture.rule.Packages.EXAMPLE;
import static io.hexcache.architecture.rule.Packages.FLYWAY;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_HTTP;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_JACKSON;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_JDBC;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_MEMORY;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_REDIS;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE_RESILIENCE4J;
import static io.hexcache.architecture.rule.Packages.INJECT;
import static io.hexcache.architecture.rule.Packages.JACKSON;
import static io.hexcache.architecture.rule.Packages.JACKSON_ANNOTATIONS;
import static io.hexcache.architecture.rule.Packages.JAVA;
import static io.hexcache.architecture.rule.Packages.JEDIS;
import static io.hexcache.architecture.rule.Packages.JETTY;
import static io.hexcache.architecture.rule.Packages.JSPECIFY;
import static io.hexcache.architecture.rule.Packages.LZ4;
import static io.hexcache.architecture.rule.Packages.RESILIENCE4J;
import static io.hexcache.architecture.rule.Packages.SLF4J;
import static io.hexcache.architecture.rule.Packages.SQL;
import static io.hexcache.architecture.rule.Packages.TLS;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** Which module may know which. The first five are enforced a second time, on the poms, under the same number. */
public final class ModuleRules {

    static final ArchRule arch_01_domain_knows_only_itself = classes().that().resideInAPackage(DOMAIN)
            .should().onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, JAVA, JSPECIFY))
            .as("ARCH-01 the domain depends only on itself, java.. and JSpecify")
            .because("it holds the rules of caching and outlives every technology;"
                    + " move the code behind a port, into an infrastructure module");

    static final ArchRule arch_02_application_knows_only_the_domain = classes().that().resideInAPackage(APPLICATION)
            .should().onlyDependOnClassesThat(resideInAnyPackage(APPLICATION, DOMAIN, JAVA, JSPECIFY, SLF4J))
            .as("ARCH-02 the application depends only on the domain, java.., JSpecify and slf4j-api")
            .because("a use case says what happens, an adapter says with what;"
                    + " move the code behind a port of the domain");

    static final ArchRule arch_03_adapter_knows_only_the_domain_and_its_technology = CompositeArchRule
            .of(adapter(INFRASTRUCTURE_MEMORY, CAFFEINE))
            .and(adapter(INFRASTRUCTURE_JACKSON, JACKSON, JACKSON_ANNOTATIONS, LZ4))
            .and(adapter(INFRASTRUCTURE_REDIS, JEDIS, TLS, SLF4J))
            .and(adapter(INFRASTRUCTURE_JDBC))
            .and(adapter(INFRASTRUCTURE_RESILIENCE4J, RESILIENCE4J, SLF4J))
            .as("ARCH-03 an adapter depends on the domain and on its own technology, never on another adapter")
            .because("each can be replaced or deleted alone;"
                    + " a second technology is a module of its own, and bootstrap joins them");

    static final ArchRule arch_04_http_knows_no_feature = adapter(INFRASTRUCTURE_HTTP, APPLICATION, JETTY, JACKSON,
            JACKSON_ANNOTATIONS, SLF4J)
            .as("ARCH-04 the web adapter depends on the application, the domain, Jetty and Jackson,"
                    + " never on another adapter or a feature")
            .because("routes come in through the route port; bootstrap joins them");

    static final ArchRule arch_05_example_knows_no_adapter = adapter(EXAMPLE, APPLICATION, SQL, FLYWAY, SLF4J)
            .as("ARCH-05 the example depends on the domain, the application and its own database,"
                    + " never on an infrastructure module")
            .because("a feature sees the cache, not what it is made of; bootstrap joins them");

    static final ArchRule arch_06_only_bootstrap_knows_adapters = noClasses().that()
            .resideOutsideOfPackages(BOOTSTRAP, INFRASTRUCTURE, EXAMPLE)
            .should().dependOnClassesThat().resideInAnyPackage(INFRASTRUCTURE, EXAMPLE)
            .as("ARCH-06 nobody but bootstrap depends on an adapter or a feature")
            .because("what everybody knows nobody can replace; ask for the port and let bootstrap hand it in");

    static final ArchRule arch_07_only_bootstrap_knows_dagger = noClasses().that().resideOutsideOfPackage(BOOTSTRAP)
            .should().dependOnClassesThat().resideInAnyPackage(DAGGER, INJECT)
            .as("ARCH-07 nobody but bootstrap knows Dagger")
            .because("a class that can be made with new needs no container to be tested;"
                    + " write the binding in a module of bootstrap");

    static final ArchRule arch_08_arrows_point_inwards = layeredArchitecture().consideringAllDependencies()
            .layer("domain").definedBy(DOMAIN)
            .layer("application").definedBy(APPLICATION)
            .layer("memory").definedBy(INFRASTRUCTURE_MEMORY)
            .layer("jackson").definedBy(INFRASTRUCTURE_JACKSON)
            .layer("redis").definedBy(INFRASTRUCTURE_REDIS)
            .layer("jdbc").definedBy(INFRASTRUCTURE_JDBC)
            .layer("resilience4j").definedBy(INFRASTRUCTURE_RESILIENCE4J)
            .layer("http").definedBy(INFRASTRUCTURE_HTTP)
            .layer("example").definedBy(EXAMPLE)
            .layer("bootstrap").definedBy(BOOTSTRAP)
            .layer("contracts").definedBy(CONTRACTS)
            .whereLayer("bootstrap").mayNotBeAccessedByAnyLayer()
            .whereLayer("contracts").mayNotBeAccessedByAnyLayer()
            .whereLayer("memory").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("jackson").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("redis").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("jdbc").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("resilience4j").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("http").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("example").mayOnlyBeAccessedByLayers("bootstrap")
            .whereLayer("application").mayOnlyBeAccessedByLayers("http", "example", "bootstrap")
            .ensureAllClassesAreContainedInArchitecture()
            .as("ARCH-08 every class has its layer, and every arrow points inwards")
            .because("the folder names are the picture of the architecture, and the picture must not lie;"
                    + " give a new module its layer here");

    private ModuleRules() {}

    private static ArchRule adapter(String module, String... technologies) {
        return classes().that().resideInAPackage(module)
                .should().onlyDependOnClassesThat(resideInAnyPackage(module, DOMAIN, JAVA, JSPECIFY)
                        .or(resideInAnyPackage(technologies)));
    }
}
