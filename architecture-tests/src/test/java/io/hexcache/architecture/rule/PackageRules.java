package io.hexcache.architecture.rule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.hexcache.architecture.condition.PackageConditions.beNamedByWhatItMeans;
import static io.hexcache.architecture.condition.PackageConditions.beNullMarked;
import static io.hexcache.architecture.condition.PackageConditions.packages;
import static io.hexcache.architecture.rule.Packages.EACH_PACKAGE;

import com.tngtech.archunit.lang.ArchRule;

/** What a package is. */
public final class PackageRules {

    static final ArchRule arch_09_packages_have_no_cycles = slices().matching(EACH_PACKAGE).should().beFreeOfCycles()
            .as("ARCH-09 packages do not depend on each other in a circle")
            .because("what hangs together in a circle is one room with several doors;"
                    + " move the shared type down or merge the packages");

    static final ArchRule arch_10_packages_are_null_marked = all(packages()).should(beNullMarked())
            .as("ARCH-10 every package has a package-info with @NullMarked")
            .because("without it the compiler lets null travel through the package unseen;"
                    + " add a package-info.java that says in a few sentences what the package is for");

    static final ArchRule arch_11_packages_are_named_by_meaning = all(packages()).should(beNamedByWhatItMeans())
            .as("ARCH-11 no package is called util, helper, common, impl, dto, misc or the like")
            .because("such a room has no rule for what may lie in it; name it by what its classes mean");

    private PackageRules() {}
}
