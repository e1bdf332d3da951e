package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.NamespacePolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespacePoliciesTest {

    @TempDir
    private Path folder;

    private NamespacePolicy policy(String text, String namespace) {
        return ConfigurationFixture.file(folder, text).policies().apply(new Namespace(namespace));
    }

    @Test
    void apply_nothingSaid_isTheDomainsDefault() {
        assertThat(policy("", "never.mentioned")).isEqualTo(NamespacePolicy.DEFAULT);
    }

    @Test
    void apply_everythingSaid_isTakenOver() {
        NamespacePolicy policy = policy(
                "namespaces.user { ttl = 2h, absent-ttl = 3s,"
                        + " l1 { max-entries = 0, max-bytes = 2MiB, max-item-bytes = 1KiB, ttl = 1s } }",
                "user");

        assertThat(policy.ttls().ttl()).isEqualTo(Duration.ofHours(2));
        assertThat(policy.ttls().absentTtl()).isEqualTo(Duration.ofSeconds(3));
        assertThat(policy.local().maxEntries()).isZero();
        assertThat(policy.local().maxBytes()).isEqualTo(2 << 20);
        assertThat(policy.local().maxItemBytes()).isEqualTo(1024);
        assertThat(policy.local().ttl()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void apply_child_inheritsFromTheNearestThatSaysSomething() {
        String text = "defaults.ttl = 9m, namespaces { user { ttl = 8m, absent-ttl = 7s },"
                + " \"user.profile\" { ttl = 6m } }";

        assertThat(policy(text, "user.profile.photo").ttl()).isEqualTo(Duration.ofMinutes(6));
        assertThat(policy(text, "user.profile.photo").absentTtl()).isEqualTo(Duration.ofSeconds(7));
        assertThat(policy(text, "user.address").ttl()).isEqualTo(Duration.ofMinutes(8));
        assertThat(policy(text, "username").ttl()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void namespaces_ofTheFile_joinThoseThatShip() {
        assertThat(ConfigurationFixture.file(folder, "namespaces.user {}").namespaces()).contains(
                new Namespace("scratch"),
                new Namespace("user"));
    }
}
