package io.hexcache.architecture.source;

import java.util.List;
import java.util.regex.Pattern;

/** The rules on source text. Each answers with what breaks it; nothing means that all is well. */
final class SourceRules {

    static final int MEDIAN_LINES = 45;
    static final int MAX_LINES = 250;
    static final int MAX_COLUMNS = 120;

    private static final Pattern SLEEP = Pattern.compile("\\bThread(\\.sleep\\(|::sleep\\b)"
            + "|\\bTimeUnit\\.\\w+\\.sleep\\(");
    private static final Pattern LOOSE_END = Pattern.compile("(//|\\*).*\\b"
            + "(TODO|FIXME|XXX)\\b(?!.*#\\d)");
    private static final Pattern UNWANTED = Pattern.compile("^import (static )?(lombok|org\\.mockito|"
            + "org\\.easymock)\\b");

    private SourceRules() {}

    /** SRC-01: half of the main files have 45 lines or fewer, so that a class is read at a glance. */
    static List<String> median(List<SourceFile> main) {
        List<Integer> sizes = main.stream().map(file -> file.lines().size()).sorted().toList();
        int median = sizes.get(sizes.size() / 2);
        return median <= MEDIAN_LINES ? List.of()
                : List.of("the median of " + sizes.size() + " main files is " + median
                        + " lines; " + MEDIAN_LINES + " is the limit: split the large ones by concept");
    }

    /** SRC-02: no file is longer than 250 lines; a class that needs section comments is two classes. */
    static List<String> tooLong(List<SourceFile> main) {
        return main.stream().filter(file -> file.lines().size() > MAX_LINES)
                .map(file -> file.name() + " has " + file.lines().size() + " lines; " + MAX_LINES + " is the limit")
                .toList();
    }

    /** SRC-03: no line is wider than 120 columns, so that two files fit beside each other. */
    static List<String> tooWide(List<SourceFile> files) {
        return files.stream().flatMap(file -> file.linesThat(SourceRules::isTooWide)).toList();
    }

    private static boolean isTooWide(String line) {
        return line.codePointCount(0, line.length()) > MAX_COLUMNS;
    }

    /** SRC-04: tests do not sleep either; they wait for a condition, with a deadline. */
    static List<String> sleeping(List<SourceFile> tests) {
        return tests.stream().flatMap(file -> file.linesWith(SLEEP)).toList();
    }

    /** SRC-05: what is left to do names its issue, or nobody will ever do it. */
    static List<String> looseEnds(List<SourceFile> files) {
        return files.stream().flatMap(file -> file.linesWith(LOOSE_END)).toList();
    }

    /** SRC-06: no Lombok, whose annotations are gone in bytecode, and no mocks: real objects and ports in memory. */
    static List<String> unwanted(List<SourceFile> files) {
        return files.stream().flatMap(file -> file.linesWith(UNWANTED)).toList();
    }
}
