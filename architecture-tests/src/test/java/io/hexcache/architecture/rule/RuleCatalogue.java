package io.hexcache.architecture.rule;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules. They are read from the constants themselves, so that none can be written and left out of a list. */
public final class RuleCatalogue {

    private static final List<Class<?>> CHAPTERS = List.of(ModuleRules.class, PackageRules.class, SignatureRules.class,
            InjectionRules.class, ForbiddenRules.class, ShapeRules.class, PortRules.class);

    private RuleCatalogue() {}

    /** Every rule, by number. */
    public static List<Rule> rules() {
        return CHAPTERS.stream()
                .flatMap(chapter -> Stream.of(chapter.getDeclaredFields()))
                .map(RuleCatalogue::rule)
                .sorted(Comparator.comparing(Rule::name))
                .toList();
    }

    /** The rule of this number, such as {@code ARCH-01}. */
    public static Rule rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rule " + id + " in the catalogue"));
    }

    private static Rule rule(Field constant) {
        try {
            return new Rule(constant.getName(), (ArchRule) constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is private; a rule that nobody can run checks nothing", e);
        }
    }
}
