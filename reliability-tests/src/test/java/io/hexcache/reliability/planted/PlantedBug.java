package io.hexcache.reliability.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A bug: in this source, this text, which occurs there once, has become that one.
 *
 * @param source from the root of the project
 */
record PlantedBug(String source, String text, String changed) {

    /** A copy of the packaged service that has the bug, in this folder. */
    Path plantInto(Path jar, Path root, Path folder) {
        try {
            Path patched = Files.copy(jar, folder.resolve("hexcache.jar"));
            Path classes = compile(Files.readString(root.resolve(source)), patched, folder);
            try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + patched.toUri()), Map.of());
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, inside.getPath("/" + classes.relativize(file)),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return patched;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path compile(String original, Path jar, Path folder) throws IOException {
        int at = original.indexOf(text);
        if (at < 0 || original.indexOf(text, at + 1) >= 0) {
            throw new AssertionError("this has to occur once in %s: %s".formatted(source, text));
        }
        Path file = Files.writeString(folder.resolve(Path.of(source).getFileName()), original.replace(text, changed));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-classpath", jar.toString(), "-proc:none",
                    "-implicit:none", "-nowarn");
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file)).call()) {
                throw new AssertionError(source + " does not compile:\n" + messages);
            }
        }
        return classes;
    }
}
