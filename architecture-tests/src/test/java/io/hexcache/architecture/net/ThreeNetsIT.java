package io.hexcache.architecture.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.hexcache.architecture.rule.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to somebody who calls Jedis in the domain, and to somebody who removes one net after the other. */
final class ThreeNetsIT {

    @TempDir
    private Path folder;

    private ProjectCopy copy;
    private Maven maven;

    @BeforeEach
    void copyTheProject() throws IOException {
        copy = ProjectCopy.into(folder);
        maven = new Maven(folder);
        copy.leakJedisIntoTheDomain();
    }

    @Test
    void firstNet_importAlone_doesNotCompile() throws IOException, InterruptedException {
        Maven.Outcome outcome = maven.run("compile");

        assertThat(outcome.output()).contains("Leak.java", "package redis.clients.jedis does not exist");
        assertThat(outcome.succeeded()).isFalse();
    }

    @Test
    void secondNet_importAndDependency_isRefusedByTheEnforcer() throws IOException, InterruptedException {
        copy.addJedisToThePom();

        Maven.Outcome outcome = maven.run("compile");

        assertThat(outcome.output())
                .contains("BannedDependencies", "redis.clients:jedis")
                .contains("ARCH-01 the domain depends only on itself, java.. and JSpecify")
                .contains("it holds the rules of caching and outlives every technology")
                .doesNotContain("COMPILATION ERROR");
        assertThat(outcome.succeeded()).isFalse();
    }

    @Test
    void thirdNet_enforcerSwitchedOff_isReportedByTheRuleOnBytecode() throws IOException, InterruptedException {
        copy.addJedisToThePom();

        Maven.Outcome outcome = maven.run("compile", "-Denforcer.skip");

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        JavaClasses domain = new ClassFileImporter().importPath(copy.classes());
        assertThatThrownBy(() -> RuleCatalogue.rule("ARCH-01").check().check(domain))
                .hasMessageContaining("Rule 'ARCH-01 the domain depends only on itself, java.. and JSpecify,"
                        + " because it holds the rules of caching and outlives every technology; move the code behind a"
                        + " port, into an infrastructure module' was violated (2 times)")
                .hasMessageContaining("Method <io.hexcache.domain.Leak.ping(redis.clients.jedis.Jedis)>"
                        + " calls method <redis.clients.jedis.Jedis.ping()> in (Leak.java:8)");
    }
}
