package io.hexcache.architecture.condition;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiConsumer;

/** Conditions on how a class is built. */
public final class ShapeConditions {

    private ShapeConditions() {}

    /** One of these, by its full name. */
    public static DescribedPredicate<JavaClass> nameIn(Set<String> names) {
        return DescribedPredicate.describe("are one of " + names, type -> names.contains(type.getName()));
    }

    /** Nobody can extend it whom it does not name. Constants of an enum and anonymous classes count as closed. */
    public static ArchCondition<JavaClass> beClosed() {
        return condition("be closed", (type, events) -> {
            boolean closed = type.isInterface() || type.isEnum() || type.isAnonymousClass() || type.isSealed()
                    || type.getModifiers().contains(FINAL);
            if (!closed) {
                events.add(violation(type, type.getDescription() + " can be extended by anybody"));
            }
        });
    }

    /** An interface, a record, an enum, or a final class that only holds what it was made of. */
    public static ArchCondition<JavaClass> beInterfacesOrValues() {
        return condition("be interfaces or values", (type, events) -> {
            boolean value = type.isInterface() || type.isRecord() || type.isEnum() || isFixed(type);
            if (!value) {
                events.add(violation(type, type.getDescription() + " is neither an interface nor a value"));
            }
        });
    }

    private static boolean isFixed(JavaClass type) {
        return type.getModifiers().contains(FINAL)
                && type.getFields().stream().allMatch(field -> field.getModifiers().contains(FINAL));
    }

    /** Its superclass is none of {@code ours}, so a type of Java or of a technology, or it is sealed and names it. */
    public static ArchCondition<JavaClass> inheritNoCodeOf(DescribedPredicate<JavaClass> ours) {
        return condition("inherit no code of ours", (type, events) -> type.getRawSuperclass()
                .filter(parent -> ours.test(parent) && !parent.isSealed())
                .ifPresent(parent -> events.add(violation(type,
                        type.getDescription() + " extends <" + parent.getName() + ">, which is not sealed"))));
    }

    /** Its parameters stand in the source: not the components of a record, not what the compiler adds. */
    public static DescribedPredicate<JavaConstructor> areWrittenByHand() {
        return DescribedPredicate.describe("are written by hand", constructor -> {
            JavaClass owner = constructor.getOwner();
            return !owner.isRecord() && !owner.isEnum() && !owner.isAnonymousClass() && !owner.isLocalClass();
        });
    }

    /** It takes so many or fewer. */
    public static ArchCondition<JavaConstructor> haveAtMostParameters(int limit) {
        return new ArchCondition<>("have at most " + limit + " parameters") {
            @Override
            public void check(JavaConstructor item, ConditionEvents events) {
                int count = item.getRawParameterTypes().size();
                if (count > limit) {
                    events.add(SimpleConditionEvent.violated(item, item.getDescription() + " takes " + count
                            + " parameters in " + item.getSourceCodeLocation()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> condition(String text, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(item, events);
            }
        };
    }

    private static SimpleConditionEvent violation(JavaClass type, String text) {
        return (SimpleConditionEvent) SimpleConditionEvent.violated(type, text + " in " + type.getSourceCodeLocation());
    }
}
