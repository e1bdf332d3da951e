package io.hexcache.architecture.condition;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An interface that the domain calls and somebody outside implements: neither sealed (then it is an answer) nor
 * implemented in the domain itself (then it is a callback that the domain hands out).
 *
 * @param type the interface
 * @param all the classes among which its adapters and suites are looked for
 */
public record OutboundPort(JavaClass type, JavaClasses all) implements HasDescription {

    /** The outbound ports among the classes. */
    public static ClassesTransformer<OutboundPort> outboundPorts(DescribedPredicate<JavaClass> portPackage,
            DescribedPredicate<JavaClass> domain) {
        return new AbstractClassesTransformer<>("outbound ports") {
            @Override
            public Iterable<OutboundPort> doTransform(JavaClasses classes) {
                return classes.stream()
                        .filter(portPackage.and(DescribedPredicate.describe("are ports", type -> isPort(type, domain))))
                        .map(type -> new OutboundPort(type, classes))
                        .toList();
            }
        };
    }

    private static boolean isPort(JavaClass type, Predicate<JavaClass> domain) {
        return type.isInterface() && type.isTopLevelClass() && !type.isSealed()
                && !type.getSimpleName().equals("package-info")
                && implementations(type).stream().noneMatch(domain);
    }

    private static List<JavaClass> implementations(JavaClass type) {
        return type.getAllSubclasses().stream().filter(each -> !each.isInterface()).toList();
    }

    /** A class among {@code outside} implements it. */
    public static ArchCondition<OutboundPort> haveAnAdapter(DescribedPredicate<JavaClass> outside) {
        return condition("have an adapter", port -> !port.adapters(outside).isEmpty(), "is implemented by no adapter");
    }

    /** The classes among {@code outside} that implement it. */
    public List<JavaClass> adapters(Predicate<JavaClass> outside) {
        return implementations(type).stream().filter(outside).toList();
    }

    /** There is an abstract class among {@code suites} that is named after it, or after what it makes. */
    public static ArchCondition<OutboundPort> haveAContractSuite(DescribedPredicate<JavaClass> suites) {
        return condition("have a contract suite", port -> !port.suites(suites).isEmpty(),
                "has no abstract suite that is named after it");
    }

    /**
     * Its suites among these classes, and those that extend them. A port that only makes another one is tried by that
     * one's suite, which makes its subjects through it.
     */
    public List<JavaClass> suites(Predicate<JavaClass> suites) {
        Set<JavaMethod> methods = type.getMethods();
        JavaClass made = methods.size() == 1 ? methods.iterator().next().getRawReturnType() : type;
        List<String> names = Stream.of(type, made).map(each -> each.getSimpleName() + "Contract").toList();
        return all.stream()
                .filter(each -> suites.test(each) && !each.isInterface() && each.getModifiers().contains(ABSTRACT))
                .filter(each -> each.getClassHierarchy().stream().anyMatch(up -> names.contains(up.getSimpleName())))
                .toList();
    }

    private static ArchCondition<OutboundPort> condition(String text, Predicate<OutboundPort> holds, String otherwise) {
        return new ArchCondition<>(text) {
            @Override
            public void check(OutboundPort item, ConditionEvents events) {
                if (!holds.test(item)) {
                    events.add(SimpleConditionEvent.violated(item, item.getDescription() + " " + otherwise + " in "
                            + item.type.getSourceCodeLocation()));
                }
            }
        };
    }

    @Override
    public String getDescription() {
        return type.getDescription();
    }
}
