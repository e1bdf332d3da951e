package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import org.junit.jupiter.api.Test;

/** Nodes of several releases and settings over one L2. */
class StoredFormsTest {

    private static final Namespace USERS = new Namespace("users");

    record UserOfYesterday(String name) {}

    record User(String name, String language) {}

    private final Cluster cluster = new Cluster();
    private final Node old = cluster.node();
    private final Node today = cluster.node();

    private int storedBytes(Cache<?> cache, String identifier) {
        return cluster.memory.store().get(cache.key(identifier)).map(StoredEntry::bytes).orElseThrow().length;
    }

    @Test
    void put_inAnyForm_isReadByNodesOfOtherForms() {
        Cache<String> writing = old.caches.declare(CacheDefinition.of("users", String.class));
        Cache<String> reading = today.caches.declare(CacheDefinition.of("users", String.class));
        String text = "wordy ".repeat(1_000);
        writing.put("json", text);

        old.policies.change(USERS, PolicyValues.NONE.with(PolicyField.FORMAT, ValueFormat.MESSAGE_PACK).with(
                PolicyField.COMPRESSION, Compression.LZ4));
        writing.put("packed", text);
        writing.put("by-call", text, WriteOptions.NONE.in(StoredForm.DEFAULT.with(Compression.GZIP)));

        assertThat(storedBytes(writing, "json")).isGreaterThan(6_000);
        assertThat(storedBytes(writing, "packed")).isLessThan(300);
        assertThat(storedBytes(writing, "by-call")).isLessThan(300).isNotEqualTo(storedBytes(writing, "packed"));
        for (String identifier : new String[]{"json", "packed", "by-call"}) {
            assertThat(reading.get(identifier).value()).contains(text);
        }
    }

    @Test
    void get_ofAnEarlierShape_isACountedMissThatIsLoadedAnew() {
        old.caches.declare(CacheDefinition.of("users", UserOfYesterday.class)).put("7", new UserOfYesterday("Ada"));
        Cache<User> users = today.caches.declare(CacheDefinition.of("users", User.class));

        assertThat(users.get("7")).isInstanceOf(Lookup.Miss.class);
        assertThat(today.count("users", CacheEvent.UNREADABLE)).isEqualTo(1);
        assertThat(users.getOrLoad("7", _ -> new User("Ada", "en"))).isEqualTo(new User("Ada", "en"));
        assertThat(users.get("7").value()).contains(new User("Ada", "en"));
    }

    @Test
    void get_ofAnEarlierShapeWithAMigration_isMigrated() {
        old.caches.declare(CacheDefinition.of("users", UserOfYesterday.class)).put("7", new UserOfYesterday("Ada"));
        long yesterday = old.caches.fingerprint(UserOfYesterday.class);
        Cache<User> users = today.caches.declare(CacheDefinition.of("users", User.class).withMigration(yesterday,
                fields -> {
                    fields.put("language", "en");
                    return fields;
                }));

        assertThat(users.get("7").value()).contains(new User("Ada", "en"));
        assertThat(today.count("users", CacheEvent.UNREADABLE)).isZero();
    }

    @Test
    void definition_withTwoMigrationsOfOneShape_orOfNone_isRefused() {
        CacheDefinition<User> once = CacheDefinition.of("users", User.class).withMigration(1, fields -> fields);

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> once.withMigration(1,
                fields -> fields)).withMessageContaining("namespace users has two migrations");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> once.withMigration(0,
                fields -> fields)).withMessageContaining("fingerprint 0");
    }
}
