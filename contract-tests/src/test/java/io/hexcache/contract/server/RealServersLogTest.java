package io.hexcache.contract.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class RealServersLogTest {

    @RealRedis
    static final class TwoTests {

        @Test
        void twoCommands(RedisServer redis) {
            redis.command("SET", "k", "v");
            redis.command("GET", "k");
        }

        @Nested
        final class Inside {

            @Test
            void threeCommands(RedisProcess redis) {
                redis.command("SET", "k", "v");
                redis.restart();
                redis.command("GET", "k");
                redis.flush();
            }
        }
    }

    @Test
    void eachClass_addsOneLine_withEveryRunOfEveryServer_commandsAndTests() throws IOException {
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(TwoTests.class)).execute().testEvents()
                .assertStatistics(events -> events.succeeded(2));

        assertThat(Files.readAllLines(ServerLog.ofModule().file()))
                .filteredOn(line -> line.startsWith(TwoTests.class.getName())).last()
                .asString().matches(
                        "\\S+ server=\\S+ redis=\\S+ own-servers=1 runs=[0-9a-f]{12}:2,[0-9a-f]{12}:1,[0-9a-f]{12}:2"
                                + " commands=5 tests=2");
    }
}
