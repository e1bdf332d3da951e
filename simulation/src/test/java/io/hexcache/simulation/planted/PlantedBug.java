package io.hexcache.simulation.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One patch. Its file has a line that says what is wrong, a line {@code caught by: } with {@code simulation} or the
 * name of a test class, a line {@code --- } with the source file, and hunks as of a unified diff, each after a line
 * {@code @@}, without line numbers: the old text of a hunk occurs exactly once.
 *
 * @param name of the file, without its ending
 * @param what is wrong then
 * @param catcher what is to find it
 * @param file the source of the class, from the root of the project
 */
record PlantedBug(String name, String what, String catcher, String file, List<Hunk> hunks) {

    static final String SIMULATION = "simulation";

    private static final String ENDING = ".patch";
    private static final String CATCHER = "caught by: ";
    private static final String FILE = "--- ";

    /** Text that is replaced by another one. */
    record Hunk(String old, String changed) {

        private static Hunk of(String diff) {
            return new Hunk(side(diff, '+'), side(diff, '-'));
        }

        private static String side(String diff, char left) {
            StringBuilder side = new StringBuilder();
            diff.lines().filter(line -> line.isEmpty() || line.charAt(0) != left)
                    .forEach(line -> side.append(line.isEmpty() ? line : line.substring(1)).append('\n'));
            return side.toString();
        }
    }

    /** All in this folder, in the order of their names. */
    static List<PlantedBug> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().map(PlantedBug::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the patches in " + folder, unreadable);
        }
    }

    private static PlantedBug read(Path path) {
        String name = String.valueOf(path.getFileName());
        List<String> parts = List.of(text(path).split("(?m)^@@\n", -1));
        List<String> head = parts.getFirst().lines().toList();
        if (head.size() != 3 || !head.get(1).startsWith(CATCHER) || !head.get(2).startsWith(FILE)) {
            throw new IllegalStateException(path + " does not begin with what is wrong, '" + CATCHER + "' and '" + FILE
                    + "'");
        }
        return new PlantedBug(name.substring(0, name.length() - ENDING.length()), head.getFirst(), head.get(1)
                .substring(CATCHER.length()), head.get(2).substring(FILE.length()),
                parts.stream().skip(1).map(Hunk::of)
                        .toList());
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    boolean isForSimulation() {
        return catcher.equals(SIMULATION);
    }

    /** The patched source. Fails if the patch does not apply. */
    String applyIn(Path root) {
        String source = text(root.resolve(file));
        for (Hunk hunk : hunks) {
            int at = source.indexOf(hunk.old());
            if (at < 0 || source.indexOf(hunk.old(), at + 1) >= 0) {
                throw new AssertionError("patch %s does not apply: this has to occur once in %s%n%s".formatted(name,
                        file, hunk.old()));
            }
            source = source.substring(0, at) + hunk.changed() + source.substring(at + hunk.old().length());
        }
        return source;
    }
}
