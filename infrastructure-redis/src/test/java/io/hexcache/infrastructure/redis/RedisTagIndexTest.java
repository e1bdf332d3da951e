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
import java.util.Optional;
import java.util.Set;
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
        server.flush();
        opened.add(Redises.connect(server));
        return opened.getLast().tagIndex();
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

    @AfterEach
    void closeAdapters() {
        opened.forEach(RedisAdapters::close);
    }
}
