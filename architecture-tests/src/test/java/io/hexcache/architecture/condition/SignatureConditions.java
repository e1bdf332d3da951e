package io.hexcache.architecture.condition;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Conditions on what other modules can see of a class. */
public final class SignatureConditions {

    private SignatureConditions() {}

    /** Public or protected, and so is every class around it. */
    public static DescribedPredicate<JavaClass> areVisibleOutside() {
        return DescribedPredicate.describe("are visible outside", SignatureConditions::isVisible);
    }

    private static boolean isVisible(JavaClass type) {
        return isOpen(type) && type.getEnclosingClass().map(SignatureConditions::isVisible).orElse(true);
    }

    private static boolean isOpen(HasModifiers item) {
        return (item.getModifiers().contains(PUBLIC) || item.getModifiers().contains(PROTECTED))
                && !item.getModifiers().contains(SYNTHETIC);
    }

    /**
     * Supertypes, type parameters, fields, parameters, results and thrown types name only such types, also as type
     * arguments, bounds and elements of arrays. Private and package-private members are nobody else's business.
     */
    public static ArchCondition<JavaClass> showOnlyTypesThat(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("show only types that " + allowed.getDescription()) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                report(item.getDescription() + " in " + item.getSourceCodeLocation(), ofClass(item), events);
                for (JavaMember member : item.getMembers()) {
                    if (isOpen(member)) {
                        report(member.getDescription() + " in " + member.getSourceCodeLocation(), ofMember(member),
                                events);
                    }
                }
            }

            private void report(String place, Stream<JavaType> shown, ConditionEvents events) {
                shown.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !allowed.test(type))
                        .map(JavaClass::getName)
                        .distinct()
                        .sorted()
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(type, place + " shows <" + type + ">")));
            }
        };
    }

    private static Stream<JavaType> ofClass(JavaClass type) {
        return Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(),
                type.getTypeParameters().stream()).flatMap(each -> each);
    }

    private static Stream<JavaType> ofMember(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getType());
            case JavaCodeUnit unit -> Stream.of(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream(),
                    unit.getExceptionTypes().stream(), unit.getTypeParameters().stream()).flatMap(each -> each);
            default -> throw new IllegalStateException(
                    member + " is neither a field nor a code unit; say here what it shows");
        };
    }
}
