package io.hexcache.simulation.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a patched class, and nothing else, against the classes that it is to stand in front of. */
final class PatchedClass {

    private PatchedClass() {}

    /** A folder, within that of this work, that holds nothing but the class with this bug. */
    static Path compile(PlantedBug bug, Path root, Path work) {
        Path source = work.resolve(bug.name()).resolve("source").resolve(Path.of(bug.file()).getFileName());
        Path classes = work.resolve(bug.name()).resolve("classes");
        try {
            Files.createDirectories(source.resolveSibling("."));
            Files.createDirectories(classes);
            Files.writeString(source, bug.applyIn(root));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the patched source of " + bug.name(), unwritable);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-classpath", System.getProperty(
                    "java.class.path"), "-proc:none", "-implicit:none", "-nowarn");
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source)).call()) {
                throw new AssertionError("patch " + bug.name() + " does not compile:\n" + messages);
            }
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        return classes;
    }
}
