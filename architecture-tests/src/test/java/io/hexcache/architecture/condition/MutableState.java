package io.hexcache.architecture.condition;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Tells fields that hold a constant from fields that hold something which changes. */
public final class MutableState {

    /** What {@code List.of} and its like answer cannot change; what such a field holds, its initializer tells. */
    private static final Set<String> COLLECTION_INTERFACES = Set.of(Collection.class.getName(), List.class.getName(),
            Set.class.getName(), Map.class.getName());
    private static final Set<String> PACKAGES = Set.of("java.util.concurrent.atomic", "java.util.concurrent.locks");
    private static final List<Class<?>> TYPES = List.of(Collection.class, Map.class, ThreadLocal.class,
            RandomGenerator.class, Executor.class, Buffer.class, Appendable.class);

    private MutableState() {}

    /**
     * Not final, or made to be changed: atomics, locks, buffers, generators, pools, collections but those of {@code
     * List.of} and its like, and arrays that other classes can see.
     */
    public static ArchCondition<JavaField> areMutableState() {
        return new ArchCondition<>("be mutable state") {
            @Override
            public void check(JavaField item, ConditionEvents events) {
                if (!item.getModifiers().contains(FINAL) || isSharedArray(item) || isMutable(item.getRawType())
                        || isMadeToChange(item)) {
                    events.add(SimpleConditionEvent.satisfied(item, item.getDescription() + " of type <"
                            + item.getRawType().getName() + "> can change in " + item.getSourceCodeLocation()));
                }
            }
        };
    }

    private static boolean isSharedArray(JavaField field) {
        return field.getRawType().isArray() && !field.getModifiers().contains(PRIVATE);
    }

    private static boolean isMutable(JavaClass type) {
        return !COLLECTION_INTERFACES.contains(type.getName())
                && (PACKAGES.contains(type.getPackageName()) || TYPES.stream().anyMatch(type::isAssignableTo));
    }

    /** The static initializer makes a mutable object that fits into this field. */
    private static boolean isMadeToChange(JavaField field) {
        return COLLECTION_INTERFACES.contains(field.getRawType().getName())
                && field.getOwner().getStaticInitializer().stream()
                        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                        .map(call -> call.getTargetOwner())
                        .anyMatch(made -> isMutable(made) && made.isAssignableTo(field.getRawType().getName()));
    }
}
