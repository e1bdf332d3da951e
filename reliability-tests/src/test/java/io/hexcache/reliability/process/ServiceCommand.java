package io.hexcache.reliability.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How a service is started.
 *
 * @param jar the packaged service
 * @param folder its own: journal and log
 * @param database the catalogue, which all services share
 * @param redis the address of the Redis, which all services share
 */
public record ServiceCommand(Path jar, Path folder, Path database, String redis) {

    List<String> words() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError", "-Xmx256m", "-jar", jar.toString(),
                "serve", "--port", "0", "--db", database.toString(), "--data", folder.resolve("data").toString(),
                "--redis", redis);
    }

    Path log() {
        return folder.resolve("service.log");
    }
}
