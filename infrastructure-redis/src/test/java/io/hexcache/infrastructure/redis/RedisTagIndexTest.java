package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.TagIndexContract;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealRedis
class RedisTagIndexTest extends TagIndexContract {

    private final RedisServer server;
    private final Deque<RedisAdapters> opened = new ArrayDeque<>();

    RedisTagIndexTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public TagIndex emptyIndex() {
        return open(() -> Redises.connect(server)).tagIndex();
    }

    @Override
    public Optional<TagIndex> unreachableIndex() {
        opened.add(Redises.unreachable());
        return Optional.of(opened.getLast().tagIndex());
    }

    @Override
    public void letPass(Duration time) {
        // The server's clock is a real one.
    }

    @Test
    void add_againWithShorterTtl_changesTheMark() {
        CacheKey key = CacheKey.parse("user:7:v0");
        index().add(Set.of(TAG), key, Duration.ofMinutes(2));
        TagMember before = index().members(TAG, 1).getFirst();
        index().add(Set.of(TAG), key, Duration.ofMinutes(1));

        assertThat(index().members(TAG, 1).getFirst().mark()).isGreaterThan(before.mark());
    }

    @Test
    void members_foreignOnesAmongThem_doNotMakeThePageShort() {
        List<CacheKey> keys = Stream.of("user:1:v0", "user:2:v0", "user:3:v0").map(CacheKey::parse).toList();
        keys.forEach(key -> index().add(Set.of(TAG), key, Duration.ofMinutes(1)));
        long first = index().members(TAG, 1).getFirst().mark();
        IntStream.range(0, 5).forEach(i -> listByHand(Long.toString(first - 1), "foreign " + i));
        listByHand(Long.toString(first + 1), "foreign in the middle");
        listByHand("+inf", "user:4:v0");

        assertThat(index().members(TAG, 2)).extracting(TagMember::key).containsExactlyElementsOf(keys.subList(0, 2));
        assertThat(index().members(TAG, 4)).extracting(TagMember::key).containsExactlyElementsOf(keys);
        assertThat(index().size(TAG)).isEqualTo(3);
    }

    @Test
    void members_onlyForeignOnes_isEmptyAndSoIsTheTag() {
        listByHand("+inf", "foreign");

        assertThat(index().members(TAG, 1)).isEmpty();
        assertThat(server.command("EXISTS", "hexcache:tag:{tag}")).isEqualTo(0L);
    }

    private void listByHand(String score, String member) {
        server.command("ZADD", "hexcache:tag:{tag}", score, member);
    }

    /** Takes everything away. */
    void flush() {
        server.flush();
    }

    /** For a test on other connections, too. */
    final RedisAdapters open(Supplier<RedisAdapters> made) {
        flush();
        opened.add(made.get());
        return opened.getLast();
    }

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
