package io.hexcache.architecture.condition;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.regex.Pattern;

/** Looks for ways to reach a member by its name at run time. */
public final class Reflection {

    /** Methods of a class object that look for a type or a member by name, or make an object without {@code new}. */
    private static final Pattern SEARCH = Pattern.compile("forName|newInstance|getDeclared.*|getRecordComponents"
            + "|get(Field|Method|Constructor)s?|getEnclosing(Method|Constructor)|getNestMembers");

    private Reflection() {}

    /** It depends on the reflection packages, or asks a class object for its members. */
    public static ArchCondition<JavaClass> useReflection() {
        return ArchConditions.dependOnClassesThat(DescribedPredicate.describe("reflect",
                type -> type.getPackageName().equals("java.lang.reflect") || type.getName().equals("sun.misc.Unsafe")))
                .or(ArchConditions.accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        "target is a member search of java.lang.Class", Reflection::searchesMembers)));
    }

    private static boolean searchesMembers(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Class.class)
                && SEARCH.matcher(access.getTarget().getName()).matches();
    }
}
