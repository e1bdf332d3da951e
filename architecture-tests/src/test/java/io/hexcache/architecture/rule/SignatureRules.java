package io.hexcache.architecture.rule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.hexcache.architecture.condition.SignatureConditions.areVisibleOutside;
import static io.hexcache.architecture.condition.SignatureConditions.showOnlyTypesThat;
import static io.hexcache.architecture.rule.Packages.APPLICATION;
import static io.hexcache.architecture.rule.Packages.DOMAIN;
import static io.hexcache.architecture.rule.Packages.EXAMPLE;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE;
import static io.hexcache.architecture.rule.Packages.JAVA;
import static io.hexcache.architecture.rule.Packages.SQL;

import com.tngtech.archunit.lang.ArchRule;

/** What an adapter shows of itself. */
public final class SignatureRules {

    static final ArchRule arch_12_signatures_show_no_technology = classes().that()
            .resideInAnyPackage(INFRASTRUCTURE, EXAMPLE).and(areVisibleOutside())
            .should(showOnlyTypesThat(
                    resideInAnyPackage(DOMAIN, APPLICATION, INFRASTRUCTURE, EXAMPLE, JAVA, SQL)))
            .as("ARCH-12 no type of a technology appears in a signature that leaves its module")
            .because("whoever calls such a method is bound to the technology, and the next version of it breaks"
                    + " them all; take settings in own records and give back the port");

    private SignatureRules() {}
}
