package io.hexcache.architecture.net;

import io.hexcache.architecture.project.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the project with no module but the domain, and with next to nothing in it, which a test may spoil. */
record ProjectCopy(Path folder) {

    /** What Maven needs to build a class of the domain as it builds it in the project. */
    private static final List<String> NEEDED = List.of("pom.xml", ".mvn", "config", "domain/pom.xml",
            "domain/src/main/java/io/hexcache/domain/package-info.java");

    static ProjectCopy into(Path folder) throws IOException {
        Path root = ProjectRoot.find();
        for (String needed : NEEDED) {
            copy(root.resolve(needed), folder.resolve(needed));
        }
        ProjectCopy copy = new ProjectCopy(folder);
        copy.replace("pom.xml", "(?s)<modules>.*</modules>", "<modules><module>domain</module></modules>");
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /** Lets a class of the domain call Jedis. */
    void leakJedisIntoTheDomain() throws IOException {
        Files.writeString(folder.resolve("domain/src/main/java/io/hexcache/domain/Leak.java"), """
                package io.hexcache.domain;

                import redis.clients.jedis.Jedis;

                final class Leak {

                    String ping(Jedis jedis) {
                        return jedis.ping();
                    }
                }
                """);
    }

    /** Lets the domain's pom depend on Jedis. */
    void addJedisToThePom() throws IOException {
        replace("domain/pom.xml", "<dependencies>", """
                <dependencies>
                    <dependency>
                      <groupId>redis.clients</groupId>
                      <artifactId>jedis</artifactId>
                    </dependency>
                """);
    }

    /** Where the compiled domain lies. */
    Path classes() {
        return folder.resolve("domain/target/classes");
    }

    private void replace(String file, String pattern, String replacement) throws IOException {
        String before = Files.readString(folder.resolve(file));
        String after = before.replaceFirst(pattern, replacement);
        if (after.equals(before)) {
            throw new IllegalStateException(file + " has no " + pattern + "; adapt this copy to the new pom");
        }
        Files.writeString(folder.resolve(file), after);
    }
}
