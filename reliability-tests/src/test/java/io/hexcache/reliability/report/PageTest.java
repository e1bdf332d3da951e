package io.hexcache.reliability.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page says which test holds which failure: they are there. */
class PageTest {

    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/reliability.md");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)]+)\\)(?: `(?<method>[a-z]\\w+)`)?");

    @Test
    void link_ofThePage_leadsToAFileThatHasTheTest() throws IOException {
        List<Matcher> links = LINK.matcher(Files.readString(PAGE)).results().map(found -> {
            Matcher link = LINK.matcher(found.group());
            assertThat(link.matches()).isTrue();
            return link;
        }).toList();

        assertThat(links).hasSizeGreaterThan(20).allSatisfy(link -> {
            Path target = PAGE.resolveSibling(link.group("target"));
            assertThat(target).exists();
            if (link.group("method") != null) {
                assertThat(target).content().contains("void " + link.group("method") + "(");
            }
        });
    }
}
