package io.hexcache.architecture.rule;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;

/**
 * One constant of the catalogue.
 *
 * @param name the constant's name, such as {@code arch_01_domain_knows_only_itself}
 */
public record Rule(String name, ArchRule check) {

    /** Its number as messages and documents write it, such as {@code ARCH-01}. */
    public String id() {
        return name.substring(0, "arch_00".length()).toUpperCase(Locale.ROOT).replace('_', '-');
    }

    /** What its fixtures' package is called, such as {@code arch01}. */
    public String fixtures() {
        return id().toLowerCase(Locale.ROOT).replace("-", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
