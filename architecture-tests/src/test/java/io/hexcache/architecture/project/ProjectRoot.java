package io.hexcache.architecture.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds the parent pom and one folder per module. */
public final class ProjectRoot {

    private ProjectRoot() {}

    /** Looks upwards from where the tests run: Maven starts them in their module, an editor perhaps in the root. */
    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml"))
                    && Files.isRegularFile(folder.resolve("architecture-tests/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start
                + " holds pom.xml and architecture-tests/pom.xml; run the tests inside the project");
    }
}
