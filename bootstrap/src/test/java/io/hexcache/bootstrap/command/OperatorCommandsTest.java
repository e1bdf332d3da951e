package io.hexcache.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.bootstrap.node.Node;
import io.hexcache.bootstrap.node.TestNodes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorCommandsTest {

    private Node node;

    @BeforeAll
    void startNode(@TempDir Path folder) {
        node = Node.start(TestNodes.in(folder).settings());
    }

    @AfterAll
    void stopNode() {
        node.close();
    }

    private Typed command(String... words) {
        return Typed.commandIn(Map.of("HEXCACHE_URL", node.url()), words);
    }

    @Test
    void set_identifierWithSpacesAndLetters_isStoredUnderIt() {
        Typed set = command("set", "scratch:a b%ü:c", "1", "--ttl", "5m");

        assertThat(set.exitCode()).isZero();
        assertThat(set.out()).isEqualToIgnoringNewLines("stored scratch:a b%ü:c");
        assertThat(command("get", "scratch:a b%ü:c").out()).isEqualToIgnoringNewLines("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"a\":[1,true,\"x\"]}", "\"text\"", "17", "[]", "false"})
    void get_printsTheValueThatWasSet(String value) {
        command("set", "scratch:value", value);

        Typed get = command("get", "scratch:value");

        assertThat(get.exitCode()).isZero();
        assertThat(get.out()).isEqualToIgnoringNewLines(value);
        assertThat(get.err()).isEmpty();
    }

    @Test
    void get_json_printsWhatTheServiceAnswers() {
        command("set", "scratch:json", "1");

        assertThat(command("get", "scratch:json", "--json").out()).isEqualToIgnoringNewLines("{\"value\":1}");
    }

    @Test
    void get_notCached_isNotFound() {
        Typed get = command("get", "scratch:nothing");

        assertThat(get.exitCode()).isEqualTo(3);
        assertThat(get.out()).isEmpty();
        assertThat(get.err()).startsWith("hexcache: nothing is cached");
    }

    @Test
    void get_unknownNamespace_isNotFoundAndNamesThoseThatThereAre() {
        Typed get = command("get", "unknown:a");

        assertThat(get.exitCode()).isEqualTo(3);
        assertThat(get.err()).contains("unknown", "scratch");
    }

    @Test
    void get_json_notCached_printsTheProblem() {
        Typed get = command("get", "scratch:nothing", "--json");

        assertThat(get.exitCode()).isEqualTo(3);
        assertThat(get.out()).contains("\"status\":404");
    }

    @Test
    void set_namespaceWithASource_failsWithTheReason() {
        Typed set = command("set", "catalog.product:1", "{}");

        assertThat(set.exitCode()).isEqualTo(1);
        assertThat(set.err()).startsWith("hexcache: ").contains("source of truth");
    }

    @Test
    void set_ttlOutOfBounds_isWrongUsageWithTheReason() {
        Typed set = command("set", "scratch:a", "1", "--ttl", "9999d");

        assertThat(set.exitCode()).isEqualTo(2);
        assertThat(set.err()).contains("365 days");
    }

    @Test
    void delete_cached_isDone_andASecondTimeNotFound() {
        command("set", "scratch:gone", "1");

        assertThat(command("delete", "scratch:gone")).extracting(Typed::exitCode).isEqualTo(0);
        Typed again = command("delete", "scratch:gone");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("nothing was cached under scratch:gone");
    }

    @Test
    void invalidate_byTag_printsTheCount() {
        command("set", "scratch:t1", "1", "--tag", "red", "--tag", "round");
        command("set", "scratch:t2", "1", "--tag", "red");
        command("set", "scratch:t3", "1", "--tag", "blue");

        assertThat(command("invalidate", "--tag", "red", "blue").out()).isEqualToIgnoringNewLines("removed 3 entries");
        assertThat(command("get", "scratch:t1").exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"--key,scratch:i1", "--pattern,scratch:i?", "--prefix,scratch:i", "--namespace,scratch"})
    void invalidate_byAnyTarget_isDone(String option, String target) {
        command("set", "scratch:i1", "1");

        Typed invalidate = command("invalidate", option, target);

        assertThat(invalidate.exitCode()).isZero();
        assertThat(invalidate.out()).startsWith("removed ").doesNotStartWith("removed 0");
        assertThat(command("get", "scratch:i1").exitCode()).isEqualTo(3);
    }

    @Test
    void invalidate_illegalPattern_isWrongUsageWithTheReason() {
        Typed invalidate = command("invalidate", "--pattern", "a[");

        assertThat(invalidate.exitCode()).isEqualTo(2);
        assertThat(invalidate.err()).contains("[");
    }

    @Test
    void stats_isATableWithEveryNamespace() {
        Typed stats = command("stats");

        assertThat(stats.exitCode()).isZero();
        assertThat(stats.out().lines()).first().asString().startsWith("NAMESPACE");
        assertThat(stats.out()).contains("catalog.product", "scratch", "\nall ");
    }

    @Test
    void stats_json_isWhatTheServiceAnswers() {
        assertThat(command("stats", "--json").out()).startsWith("{").contains("\"namespaces\"");
    }
}
