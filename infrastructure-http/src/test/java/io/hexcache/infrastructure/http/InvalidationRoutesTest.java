package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationRoutesTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void post_key_reachesTheUseCaseAsItIs() throws Exception {
        var response = served.post("/v1/invalidations", "{\"key\":\"user:7\"}");

        assertThat(response.body()).isEqualTo("{\"removed\":1}");
        assertThat(Served.header(response, "X-Cache-Change")).isEqualTo("complete");
        assertReached(new ManagementCommand.InvalidateKeys(List.of("user:7")));
    }

    @Test
    void post_keys_withAndWithoutVersion() throws Exception {
        served.post("/v1/invalidations", "{\"keys\":[\"user:7\",\"user:8:v3\"]}");

        assertReached(new ManagementCommand.InvalidateKeys(List.of("user:7", "user:8:v3")));
    }

    @Test
    void post_pattern_reachesTheUseCase() throws Exception {
        served.post("/v1/invalidations", "{\"pattern\":\"user:7?\"}");

        var command = (ManagementCommand.InvalidatePattern) served.management().received().getFirst();
        assertThat(command.pattern().matches("user:71")).isTrue();
        assertThat(command.pattern().matches("user:8")).isFalse();
    }

    @Test
    void post_prefix_reachesTheUseCase() throws Exception {
        served.post("/v1/invalidations", "{\"prefix\":\"user:\"}");

        assertReached(new ManagementCommand.InvalidatePrefix("user:"));
    }

    @Test
    void post_namespace_reachesTheUseCase() throws Exception {
        served.post("/v1/invalidations", "{\"namespace\":\"user.profile\"}");

        assertReached(new ManagementCommand.InvalidateNamespace(new Namespace("user.profile")));
    }

    @Test
    void post_tags_reachTheUseCase() throws Exception {
        served.post("/v1/invalidations", "{\"tags\":[\"a\",\"b\"]}");

        assertReached(new ManagementCommand.InvalidateTags(Set.of(new Tag("a"), new Tag("b"))));
    }

    @Test
    void post_deferred_saysSoInBodyAndHeader() throws Exception {
        served.management().answer(new ManagementResult.Invalidated(3, Completion.DEFERRED));

        var response = served.post("/v1/invalidations", "{\"prefix\":\"user:\"}");

        assertThat(response.body()).isEqualTo("{\"removed\":3,\"deferred\":true}");
        assertThat(Served.header(response, "X-Cache-Change")).isEqualTo("deferred");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":null}", "{\"key\":\"a:b\",\"prefix\":\"a\"}",
            "{\"namespace\":\"a\",\"tags\":[\"x\"]}"})
    void post_notExactlyOneOfThem_is422AndReachesNothing(String body) throws Exception {
        var response = served.post("/v1/invalidations", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains("exactly one");
        assertReached();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
            "{\"keys\":[]} | 0 keys",
            "{\"tags\":[]} | 0 tags",
            "{\"key\":\"nocolon\"} | no namespace",
            "{\"keys\":[\"user:7\",\"User:8\"]} | namespace 'User'",
            "{\"pattern\":\"user:[\"} | never closed",
            "{\"prefix\":\"\"} | blank",
            "{\"namespace\":\"user:7\"} | not legal",
            "{\"tags\":[\"a\\u0000b\"]} | U+0000 at position 1"})
    void post_illegalName_is422WithTheRuleAndReachesNothing(String body, String reason) throws Exception {
        var response = served.post("/v1/invalidations", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains(reason);
        assertReached();
    }

    @Test
    void post_patternOf300Stars_is422AndReachesNothing() throws Exception {
        var response = served.post("/v1/invalidations", "{\"pattern\":\"" + "*".repeat(300) + "\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains("at most 256");
        assertReached();
    }

    private void assertReached(ManagementCommand... commands) {
        assertThat(served.management().received()).containsExactly(commands);
    }
}
