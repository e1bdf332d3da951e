package io.hexcache.infrastructure.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRoutesTest {

    private static final Namespace SCRATCH = new Namespace("scratch");
    private static final String PATH = "/v1/caches/scratch/entries/a";

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({"L1, HIT-L1", "L2, HIT-L2"})
    void get_cachedEntry_answersValueTierAndAge(Tier tier, String outcome) throws Exception {
        served.management().answer(new ManagementResult.EntryFound(new Lookup.Hit<>(Map.of("n", 7), tier, Served.NOW
                .minusSeconds(42), Freshness.FRESH)));

        var response = served.get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"value\":{\"n\":7}}");
        assertThat(Served.header(response, "X-Cache")).isEqualTo(outcome);
        assertThat(Served.header(response, "Age")).isEqualTo("42");
        assertThat(served.management().received()).containsExactly(new ManagementCommand.ReadEntry(SCRATCH, "a"));
    }

    @Test
    void get_notCached_is404() throws Exception {
        served.management().answer(new ManagementResult.EntryNotCached());

        var response = served.get(PATH);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.problem(response)).isEqualTo("nothing is cached under this identifier");
    }

    @Test
    void get_cachedAbsence_is404AndSaysSo() throws Exception {
        served.management().answer(new ManagementResult.EntryAbsent(new Lookup.Absent<>(Tier.L1)));

        var response = served.get(PATH);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.problem(response)).contains("the source holds nothing");
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_NAMESPACE, 404", "OWNED_BY_SOURCE, 409"})
    void put_refusedByTheUseCase_saysWhy(ManagementResult.Refused.Reason reason, int status) throws Exception {
        served.management().answer(new ManagementResult.Refused(reason, "this is why"));

        var response = served.put(PATH, "{\"value\":1}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Served.problem(response)).isEqualTo("this is why");
    }

    @Test
    void put_valueTtlAndTags_reachTheUseCase() throws Exception {
        var response = served.put(PATH, "{\"value\":{\"a\":[1,null]},\"ttl\":\"5m\",\"tags\":[\"x\",\"y\",\"x\"]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"stored\":true}");
        assertThat(Served.header(response, "X-Cache-Change")).isEqualTo("complete");
        List<Object> list = new ArrayList<>();
        list.add(1);
        list.add(null);
        assertThat(served.management().received()).containsExactly(new ManagementCommand.PutEntry(SCRATCH, "a", Map.of(
                "a", list), Optional.of(Duration.ofMinutes(5)), Set.of(new Tag("x"), new Tag("y"))));
    }

    @Test
    void put_valueAlone_isEnough() throws Exception {
        served.put(PATH, "{\"value\":\"text\"}");

        assertThat(served.management().received()).containsExactly(new ManagementCommand.PutEntry(SCRATCH, "a", "text",
                Optional.empty(), Set.of()));
    }

    @Test
    void put_deferred_saysSo() throws Exception {
        served.management().answer(new ManagementResult.EntryStored(Completion.DEFERRED));

        assertThat(Served.header(served.put(PATH, "{\"value\":1}"), "X-Cache-Change")).isEqualTo("deferred");
    }

    @Test
    void put_numbers_keepTheirValue() throws Exception {
        served.put(PATH,
                "{\"value\":[9007199254740993,123456789012345678901234567890,0.1000000000000000055511,1e400]}");

        var put = (ManagementCommand.PutEntry) served.management().received().getFirst();
        assertThat(put.value()).isEqualTo(List.of(9007199254740993L, new BigInteger("123456789012345678901234567890"),
                new BigDecimal("0.1000000000000000055511"), new BigDecimal("1E+400")));
    }

    @Test
    void get_numbers_keepTheirValue() throws Exception {
        served.management().answer(new ManagementResult.EntryFound(new Lookup.Hit<>(List.of(new BigInteger(
                "123456789012345678901234567890"), new BigDecimal("1.10")), Tier.L1, Served.NOW, Freshness.FRESH)));

        assertThat(served.get(PATH).body()).isEqualTo("{\"value\":[123456789012345678901234567890,1.10]}");
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "5s, PT5S", "5m, PT5M", "1h, PT1H", "7d, PT168H"})
    void put_ttl_isReadWithItsUnit(String ttl, Duration expected) throws Exception {
        served.put(PATH, "{\"value\":1,\"ttl\":\"" + ttl + "\"}");

        var put = (ManagementCommand.PutEntry) served.management().received().getFirst();
        assertThat(put.ttl()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5m", "0s", "5", "m", "5 m", "5M", "366d", "9999999999999d", "1h30m", ""})
    void put_ttlThatIsNone_is422AndReachesNothing(String ttl) throws Exception {
        var response = served.put(PATH, "{\"value\":1,\"ttl\":\"" + ttl + "\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).startsWith("ttl is ");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void put_tooManyTags_is422AndReachesNothing() throws Exception {
        String tags = IntStream.range(0, 65).mapToObj(i -> "\"t" + i + "\"").collect(
                Collectors.joining(","));

        var response = served.put(PATH, "{\"value\":1,\"tags\":[" + tags + "]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains("65 tags");
        assertThat(served.management().received()).isEmpty();
    }

    @Test
    void delete_entry_answersTheCount() throws Exception {
        served.management().answer(new ManagementResult.Invalidated(1, Completion.COMPLETE));

        var response = served.delete(PATH);

        assertThat(response.body()).isEqualTo("{\"removed\":1}");
        assertThat(Served.header(response, "X-Cache-Change")).isEqualTo("complete");
        assertThat(served.management().received()).containsExactly(new ManagementCommand.RemoveEntry(SCRATCH, "a"));
    }

    @Test
    void get_identifierWithEmojiPercentAndColon_isDecodedOnce() throws Exception {
        served.get("/v1/caches/scratch/entries/%F0%9F%98%80%25252F:1");

        assertThat(served.management().received()).containsExactly(new ManagementCommand.ReadEntry(SCRATCH,
                "\uD83D\uDE00%252F:1"));
    }

    @Test
    void get_illegalNamespace_is422AndReachesNothing() throws Exception {
        var response = served.get("/v1/caches/Not_Legal/entries/a");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Served.problem(response)).contains("namespace 'Not_Legal' is not legal");
        assertThat(served.management().received()).isEmpty();
    }
}
