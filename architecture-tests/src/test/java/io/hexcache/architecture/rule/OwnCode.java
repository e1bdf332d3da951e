package io.hexcache.architecture.rule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static io.hexcache.architecture.rule.Packages.CONTRACTS;
import static io.hexcache.architecture.rule.Places.GENERATED_BY_DAGGER;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Tells what we wrote for production from what a processor or the compiler wrote, and from the suites for tests. */
final class OwnCode {

    private static final DescribedPredicate<JavaClass> TEST_SUITES = resideInAPackage(CONTRACTS);

    private OwnCode() {}

    /** Written by us, to run in production. */
    static DescribedPredicate<JavaClass> ownCode() {
        return DescribedPredicate.describe("are own code", OwnCode::isOwn);
    }

    private static boolean isOwn(JavaClass type) {
        return !type.getModifiers().contains(SYNTHETIC)
                && !type.isAnnotatedWith(GENERATED_BY_DAGGER)
                && !TEST_SUITES.test(type)
                && type.getEnclosingClass().map(OwnCode::isOwn).orElse(true);
    }
}
