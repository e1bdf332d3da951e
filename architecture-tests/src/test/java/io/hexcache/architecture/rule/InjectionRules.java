package io.hexcache.architecture.rule;

import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.hexcache.architecture.condition.AmbientUse.makeRandomness;
import static io.hexcache.architecture.condition.AmbientUse.readTheEnvironment;
import static io.hexcache.architecture.condition.AmbientUse.readTheTime;
import static io.hexcache.architecture.condition.AmbientUse.sleep;
import static io.hexcache.architecture.condition.AmbientUse.startThreads;
import static io.hexcache.architecture.condition.AmbientUse.touchTheConsole;
import static io.hexcache.architecture.rule.OwnCode.ownCode;
import static io.hexcache.architecture.rule.Packages.APPLICATION;
import static io.hexcache.architecture.rule.Packages.BOOTSTRAP;
import static io.hexcache.architecture.rule.Packages.DOMAIN;

import com.tngtech.archunit.lang.ArchRule;

/** What comes in through the constructor and is never fetched from the surroundings. */
public final class InjectionRules {

    static final ArchRule arch_13_time_is_injected = classes().that(ownCode()).and()
            .doNotHaveFullyQualifiedName(Places.SURROUNDINGS)
            .should(never(readTheTime()))
            .as("ARCH-13 nobody reads a clock directly")
            .because("a test must be able to turn the clock;"
                    + " take an InstantSource or a Ticker in the constructor");

    static final ArchRule arch_14_randomness_is_injected = classes().that(ownCode()).and()
            .doNotHaveFullyQualifiedName(Places.SURROUNDINGS)
            .should(never(makeRandomness()))
            .as("ARCH-14 nobody makes random numbers directly")
            .because("a failure must be repeatable from its seed; take a RandomGenerator in the constructor");

    static final ArchRule arch_15_nobody_sleeps = classes().that(ownCode()).should(never(sleep()))
            .as("ARCH-15 nobody sleeps")
            .because("a sleep is too long or too short; wait for the condition, with a deadline");

    static final ArchRule arch_16_core_starts_no_threads = classes().that().resideInAnyPackage(DOMAIN, APPLICATION)
            .should(never(startThreads()))
            .as("ARCH-16 domain and application start no threads")
            .because("whoever starts a thread has to stop it, and a test has to wait for it;"
                    + " take an Executor in the constructor");

    static final ArchRule arch_17_only_the_entry_touches_the_console = classes().that(ownCode()).and()
            .doNotHaveFullyQualifiedName(Places.ENTRY)
            .should(never(touchTheConsole()))
            .as("ARCH-17 nobody prints to the console or ends the process but the entry point")
            .because("output belongs to whoever embeds the code, and a log has levels;"
                    + " log, or take a writer in the constructor");

    static final ArchRule arch_18_only_bootstrap_reads_the_environment = classes().that(ownCode()).and()
            .resideOutsideOfPackage(BOOTSTRAP)
            .should(never(readTheEnvironment()))
            .as("ARCH-18 nobody but bootstrap reads environment variables and system properties")
            .because("a setting that is read deep inside is in no documentation and no error message;"
                    + " take a settings record in the constructor");

    private InjectionRules() {}
}
