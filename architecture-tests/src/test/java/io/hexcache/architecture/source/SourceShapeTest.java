package io.hexcache.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.architecture.project.Module;
import io.hexcache.architecture.project.ParentPom;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules on source text, on the sources of all modules. */
final class SourceShapeTest {

    private static final List<SourceFile> MAIN = read(Module::mainSources, "package-info.java");
    /** Without the fixtures, which break the rules on purpose. */
    private static final List<SourceFile> TESTS = read(Module::testSources, "/fixtures/");
    private static final List<SourceFile> ALL = Stream.concat(MAIN.stream(), TESTS.stream()).toList();

    @Test
    void main_files_areSmall() {
        assertThat(SourceRules.median(MAIN)).isEmpty();
        assertThat(SourceRules.tooLong(MAIN)).isEmpty();
    }

    @Test
    void all_lines_fitThePage() {
        assertThat(SourceRules.tooWide(ALL)).isEmpty();
    }

    @Test
    void all_files_neitherSleepNorPretendNorLeaveLooseEnds() {
        assertThat(SourceRules.sleeping(ALL)).isEmpty();
        assertThat(SourceRules.looseEnds(ALL)).isEmpty();
        assertThat(SourceRules.unwanted(ALL)).isEmpty();
    }

    private static List<SourceFile> read(Function<Module, List<Path>> sources, String except) {
        return ParentPom.modules().stream()
                .flatMap(module -> sources.apply(module).stream())
                .filter(file -> !file.toString().replace('\\', '/').contains(except))
                .map(SourceFile::read)
                .toList();
    }
}
