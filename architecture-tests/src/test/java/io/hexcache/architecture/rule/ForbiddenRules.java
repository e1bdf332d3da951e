package io.hexcache.architecture.rule;

import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.hexcache.architecture.condition.Reflection.useReflection;
import static io.hexcache.architecture.rule.OwnCode.ownCode;

import com.tngtech.archunit.lang.ArchRule;
import java.io.Externalizable;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Parts of the JDK that we do without. */
public final class ForbiddenRules {

    static final ArchRule arch_19_nothing_is_serialized_by_java = noClasses().that(ownCode())
            .should().dependOnClassesThat().belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class,
                    ObjectInputFilter.class, Externalizable.class, Serializable.class)
            .as("ARCH-19 nothing is serialized by Java's own means")
            .because("bytes from outside that may name any class are a way to run foreign code;"
                    + " store bytes through the ValueCodec");

    static final ArchRule arch_20_nobody_reflects = classes().that(ownCode()).should(never(useReflection()))
            .as("ARCH-20 nobody uses reflection")
            .because("it goes around the compiler, around private, and around every rule here;"
                    + " an interface or a switch over a sealed type says the same in the open");

    private ForbiddenRules() {}
}
