package io.hexcache.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule on source text against a text that breaks it; the texts lie in files, so that they break no rule here. */
final class SourceRulesTest {

    @Test
    void median_46Lines_isReported() {
        assertThat(SourceRules.median(List.of(sized(10), sized(46), sized(300)))).containsExactly(
                "the median of 3 main files is 46 lines; 45 is the limit: split the large ones by concept");
        assertThat(SourceRules.median(List.of(sized(10), sized(45), sized(300)))).isEmpty();
    }

    @Test
    void tooLong_251Lines_isReported() {
        assertThat(SourceRules.tooLong(List.of(sized(250), sized(251))))
                .containsExactly("Sized.java has 251 lines; 250 is the limit");
    }

    @Test
    void tooWide_121Columns_isReported() {
        SourceFile file = new SourceFile("Wide.java", List.of("x".repeat(120), "y".repeat(121), "\u00e9".repeat(120)));

        assertThat(SourceRules.tooWide(List.of(file))).containsExactly("Wide.java:2: " + "y".repeat(121));
    }

    @Test
    void sleeping_everyWayToSleep_isReported() throws IOException {
        assertThat(SourceRules.sleeping(sample("Sleeping.txt"))).isEqualTo(lines("Sleeping.report.txt"));
    }

    @Test
    void looseEnds_withoutIssue_isReported() throws IOException {
        assertThat(SourceRules.looseEnds(sample("LooseEnds.txt"))).isEqualTo(lines("LooseEnds.report.txt"));
    }

    @Test
    void unwanted_lombokAndMocks_isReported() throws IOException {
        assertThat(SourceRules.unwanted(sample("Unwanted.txt"))).isEqualTo(lines("Unwanted.report.txt"));
    }

    private static SourceFile sized(int lines) {
        return new SourceFile("Sized.java", Collections.nCopies(lines, ""));
    }

    private static List<SourceFile> sample(String name) throws IOException {
        return List.of(new SourceFile(name, lines(name)));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = SourceRulesTest.class.getResourceAsStream("/sources/" + name)) {
            assertThat(in).as("the sample %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
