package io.hexcache.architecture.condition;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Conditions on whole packages. */
public final class PackageConditions {

    private static final Set<String> MEANINGLESS = Set.of("util", "utils", "utility", "helper", "helpers", "common",
            "commons", "shared", "impl", "dto", "dtos", "misc", "stuff", "base");
    private static final Pattern DOT = Pattern.compile("\\.");

    private PackageConditions() {}

    /** The packages that hold the classes. */
    public static ClassesTransformer<JavaPackage> packages() {
        return new AbstractClassesTransformer<>("packages") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                Set<JavaPackage> packages = new LinkedHashSet<>();
                for (JavaClass each : classes) {
                    packages.add(each.getPackage());
                }
                return packages;
            }
        };
    }

    /** It has a package-info, which carries {@code @NullMarked}. */
    public static ArchCondition<JavaPackage> beNullMarked() {
        return new ArchCondition<>("be @NullMarked") {
            @Override
            public void check(JavaPackage item, ConditionEvents events) {
                if (!item.isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item,
                            "Package <" + item.getName() + "> has no package-info.java with @NullMarked"));
                }
            }
        };
    }

    /** No part of its name is one of the words that fit everything. */
    public static ArchCondition<JavaPackage> beNamedByWhatItMeans() {
        return new ArchCondition<>("be named by what it means") {
            @Override
            public void check(JavaPackage item, ConditionEvents events) {
                List<String> empty = DOT.splitAsStream(item.getName()).filter(MEANINGLESS::contains).toList();
                if (!empty.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(item,
                            "Package <" + item.getName() + "> is named " + String.join(", ", empty)));
                }
            }
        };
    }
}
