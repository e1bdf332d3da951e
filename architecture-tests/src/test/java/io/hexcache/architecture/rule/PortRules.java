package io.hexcache.architecture.rule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.hexcache.architecture.condition.OutboundPort.haveAContractSuite;
import static io.hexcache.architecture.condition.OutboundPort.haveAnAdapter;
import static io.hexcache.architecture.condition.OutboundPort.outboundPorts;
import static io.hexcache.architecture.condition.ShapeConditions.beInterfacesOrValues;
import static io.hexcache.architecture.condition.ShapeConditions.nameIn;
import static io.hexcache.architecture.rule.Packages.CONTRACTS;
import static io.hexcache.architecture.rule.Packages.DOMAIN;
import static io.hexcache.architecture.rule.Packages.EXAMPLE;
import static io.hexcache.architecture.rule.Packages.INFRASTRUCTURE;
import static io.hexcache.architecture.rule.Packages.PORTS;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import io.hexcache.architecture.condition.OutboundPort;

/** What the domain asks of the outside. */
public final class PortRules {

    static final ArchRule arch_26_ports_are_interfaces = classes().that().resideInAPackage(PORTS).and()
            .areTopLevelClasses().should(beInterfacesOrValues())
            .as("ARCH-26 what lies among the ports is an interface or a value")
            .because("a class with behaviour would be the one way to do it, and no adapter could do otherwise;"
                    + " a service belongs to the package of its rule");

    static final ArchRule arch_27_ports_have_an_adapter = all(demanded())
            .should(haveAnAdapter(resideInAnyPackage(INFRASTRUCTURE, EXAMPLE)))
            .as("ARCH-27 every outbound port has an adapter")
            .because("a port that nobody implements is a guess; remove it or write the adapter");

    static final ArchRule arch_28_ports_have_a_contract_suite = all(demanded())
            .should(haveAContractSuite(resideInAPackage(CONTRACTS)))
            .as("ARCH-28 every outbound port has an abstract suite <port>Contract")
            .because("what the Javadoc of a port promises, each adapter has to show;"
                    + " write the suite in contract-tests and extend it in each adapter's tests");

    private PortRules() {}

    /** The outbound ports that this project has to implement itself. */
    static ClassesTransformer<OutboundPort> demanded() {
        return outboundPorts(resideInAPackage(PORTS).and(not(nameIn(Places.OFFERED.keySet()))),
                resideInAPackage(DOMAIN));
    }
}
