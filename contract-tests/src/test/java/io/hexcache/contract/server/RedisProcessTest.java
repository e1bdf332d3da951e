package io.hexcache.contract.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

@RealRedis
class RedisProcessTest {

    @Test
    void kill_endsTheServer_andRestartGivesAnotherRunOnTheSamePort(RedisProcess redis) {
        String firstRun = redis.runId();
        redis.kill();
        assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(JedisConnectionException.class);

        redis.restart();

        assertThat(redis.command("PING")).isEqualTo("PONG");
        assertThat(redis.runId()).isNotEqualTo(firstRun);
    }

    @Test
    void restart_keepsWhatWasSaved_andRestartEmptyDoesNot(RedisProcess redis) {
        redis.command("SET", "k", "v");
        redis.save();
        redis.restart();
        assertThat(redis.command("GET", "k")).isEqualTo("v");

        redis.restartEmpty();
        assertThat(redis.command("GET", "k")).isEqualTo("");
    }

    @Test
    void pause_stopsTheAnswers_untilResume(RedisProcess redis) {
        redis.pause();
        assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(JedisConnectionException.class)
                .hasMessageContaining("timed out");

        redis.resume();
        assertThat(redis.command("PING")).isEqualTo("PONG");
    }

    @Test
    void commandsExecuted_countsOthersOnly_acrossRestarts(RedisProcess redis) {
        long before = redis.commandsExecuted();
        redis.command("SET", "k", "v");
        redis.restart();
        redis.command("GET", "k");

        assertThat(redis.commandsExecuted() - before).isEqualTo(2);
        assertThat(redis.commandCounts()).containsEntry("get", 1L).doesNotContainKey("set");
    }

    @Test
    void requirePassword_keepsOthersOut_andIsPartOfTheUri(RedisProcess redis) {
        redis.requirePassword("secret");

        assertThat(redis.uri()).contains(":secret@");
        assertThat(redis.command("PING")).isEqualTo("PONG");
        assertThatThrownBy(() -> new RedisControl(redis.uri().replace("secret", "wrong")).execute("PING"))
                .hasMessageContaining("WRONGPASS");
    }

    @Test
    void sharedServer_isAnotherOneThanTheOwn(RedisServer shared, RedisProcess own) {
        assertThat(own.runId()).isNotEqualTo(shared.runId());
        shared.command("SET", "k", "v");
        shared.flush();
        assertThat(shared.command("EXISTS", "k")).isEqualTo(0L);
    }
}
