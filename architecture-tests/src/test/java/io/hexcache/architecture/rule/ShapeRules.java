package io.hexcache.architecture.rule;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static io.hexcache.architecture.condition.MutableState.areMutableState;
import static io.hexcache.architecture.condition.ShapeConditions.areWrittenByHand;
import static io.hexcache.architecture.condition.ShapeConditions.beClosed;
import static io.hexcache.architecture.condition.ShapeConditions.haveAtMostParameters;
import static io.hexcache.architecture.condition.ShapeConditions.inheritNoCodeOf;
import static io.hexcache.architecture.condition.ShapeConditions.nameIn;
import static io.hexcache.architecture.rule.OwnCode.ownCode;
import static io.hexcache.architecture.rule.Packages.HEXCACHE;

import com.tngtech.archunit.lang.ArchRule;

/** How a class is built. */
public final class ShapeRules {

    static final ArchRule arch_21_classes_are_closed = classes().that(ownCode()).should(beClosed())
            .as("ARCH-21 a class is final, sealed, a record, an enum or an interface")
            .because("whoever may subclass may break what the class promises;"
                    + " make it final, or sealed if the subtypes are its meaning");

    static final ArchRule arch_22_fields_are_final = fields().that()
            .areDeclaredInClassesThat(ownCode().and(not(nameIn(Places.CHANGING.keySet()))))
            .should().beFinal()
            .as("ARCH-22 fields are final")
            .because("an object that never changes needs no lock and no second look;"
                    + " hold what must change in an atomic, or list the class with its reason in Places");

    static final ArchRule arch_23_no_static_state = noFields().that().areDeclaredInClassesThat(ownCode()).and()
            .areStatic().should(areMutableState())
            .as("ARCH-23 no state is static")
            .because("two nodes in one process, as every test makes them, would share it;"
                    + " hold it in an object that bootstrap makes once");

    static final ArchRule arch_24_no_inheritance_for_reuse = classes().that(ownCode())
            .should(inheritNoCodeOf(resideInAPackage(HEXCACHE)))
            .as("ARCH-24 no class extends another to reuse it")
            .because("a superclass is a dependency that cannot be swapped or tested alone;"
                    + " take the object in the constructor, or seal the hierarchy if it is a type of its own");

    static final ArchRule arch_25_constructors_take_five_at_most = constructors().that()
            .areDeclaredInClassesThat(ownCode()).and(areWrittenByHand())
            .should(haveAtMostParameters(5))
            .as("ARCH-25 a constructor takes five parameters at most")
            .because("a sixth says that a concept is missing; find it and give it a name");

    private ShapeRules() {}
}
