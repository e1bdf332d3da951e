package io.hexcache.architecture.condition;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Set;
import java.util.function.Predicate;

/** Tells methods, constructors and fields by what they are called and what they take. */
final class Target {

    private Target() {}

    /** One of these, each written with its class; a constructor is called {@code <init>}. */
    static Predicate<AccessTarget> named(String... names) {
        Set<String> all = Set.of(names);
        return target -> all.contains(target.getOwner().getName() + "." + target.getName());
    }

    /** Anything in this class. */
    static Predicate<AccessTarget> inClass(String name) {
        return target -> target.getOwner().getName().equals(name);
    }

    /** {@code now} of any class of {@code java.time}. */
    static Predicate<AccessTarget> now() {
        return target -> target.getOwner().getPackageName().startsWith("java.time") && target.getName().equals("now");
    }

    /** What {@code CompletableFuture} runs in another thread. */
    static Predicate<AccessTarget> async() {
        return inClass("java.util.concurrent.CompletableFuture").and(target -> target.getName().endsWith("Async"));
    }

    /** It takes nothing. */
    static Predicate<AccessTarget> withoutParameters() {
        return target -> target instanceof CodeUnitAccessTarget unit && unit.getRawParameterTypes().isEmpty();
    }

    /** It takes one of this type, among others perhaps. */
    static Predicate<AccessTarget> with(Class<?> parameter) {
        return target -> target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }
}
