package io.hexcache.architecture.rule;

/**
 * Every package that a rule speaks of. A misspelt one would make a rule silently pass, so a test demands that each of
 * these holds a class of ours, or that a class of ours depends on it.
 */
public final class Packages {

    /** The package of all our code, without its subpackages: this is where an import begins. */
    public static final String ROOT = "io.hexcache";

    /** Matches every package of ours and captures its name. */
    static final String EACH_PACKAGE = "io.hexcache.(**)";

    static final String HEXCACHE = "io.hexcache..";
    static final String DOMAIN = "io.hexcache.domain..";
    static final String PORTS = "io.hexcache.domain.port..";
    static final String APPLICATION = "io.hexcache.application..";
    static final String INFRASTRUCTURE = "io.hexcache.infrastructure..";
    static final String INFRASTRUCTURE_MEMORY = "io.hexcache.infrastructure.memory..";
    static final String INFRASTRUCTURE_JACKSON = "io.hexcache.infrastructure.jackson..";
    static final String INFRASTRUCTURE_REDIS = "io.hexcache.infrastructure.redis..";
    static final String INFRASTRUCTURE_JDBC = "io.hexcache.infrastructure.jdbc..";
    static final String INFRASTRUCTURE_RESILIENCE4J = "io.hexcache.infrastructure.resilience4j..";
    static final String INFRASTRUCTURE_HTTP = "io.hexcache.infrastructure.http..";
    static final String EXAMPLE = "io.hexcache.example..";
    static final String BOOTSTRAP = "io.hexcache.bootstrap..";
    static final String CONTRACTS = "io.hexcache.contract..";

    static final String JAVA = "java..";
    static final String SQL = "javax.sql..";
    static final String JSPECIFY = "org.jspecify..";
    static final String SLF4J = "org.slf4j..";
    static final String CAFFEINE = "com.github.benmanes.caffeine..";
    static final String JACKSON = "tools.jackson..";
    static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation..";
    static final String LZ4 = "net.jpountz..";
    static final String JEDIS = "redis.clients.jedis..";
    static final String RESILIENCE4J = "io.github.resilience4j..";
    static final String TLS = "javax.net..";
    static final String JETTY = "org.eclipse.jetty..";
    static final String FLYWAY = "org.flywaydb..";
    static final String DAGGER = "dagger..";
    static final String INJECT = "[javax|jakarta].inject..";

    private Packages() {}
}
