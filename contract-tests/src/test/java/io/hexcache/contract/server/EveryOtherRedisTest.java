package io.hexcache.contract.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class EveryOtherRedisTest {

    private static final RedisSearch SEARCH = RedisSearch.everywhere();

    @EveryOtherRedis
    static final class Versions {

        @Nested
        @RealRedis
        final class Inside {

            private final RedisServer shared;

            Inside(RedisServer shared) {
                this.shared = shared;
            }

            @Test
            void serversHaveAnotherVersion(RedisProcess own) {
                assertThat(own.version()).isEqualTo(shared.version());
                assertThat(SEARCH.binary().orElseThrow().version()).doesNotContain(own.version());
                shared.command("PING");
            }
        }
    }

    @Test
    void nestedClasses_runOnEachOtherVersion_andSayOnWhich() throws IOException {
        List<RedisBinary> others = SEARCH.otherBinaries();
        long before = lines();

        EngineTestKit.engine("junit-jupiter").selectors(selectClass(Versions.class)).execute().testEvents()
                .assertStatistics(events -> events.started(others.size()).succeeded(others.size()));

        assertThat(lines() - before).isEqualTo(others.size());
    }

    private static long lines() throws IOException {
        Path log = ServerLog.ofModule().file();
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.startsWith(Versions.Inside.class
                .getName())).count() : 0;
    }

    private static void program(Path folder, String name, String says) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\necho '" + says + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void otherBinaries_areThoseOfOtherVersions_eachVersionOnce(@TempDir Path first, @TempDir Path second)
            throws IOException {
        program(first, "redis-server", "Redis server v=7.0.15 sha=0");
        program(second, "redis-server", "Redis server v=7.0.15 sha=1");
        program(first, "valkey-server", "Valkey server v=7.0.15 sha=0");
        RedisSearch search = new RedisSearch(Map.of("PATH", first + ":" + second), Optional::empty,
                RedisBinary::bundled);

        assertThat(search.otherBinaries()).extracting(RedisBinary::version).startsWith("valkey-7.0.15").hasSize(2)
                .last().asString().startsWith("redis-6.2.");
    }
}
