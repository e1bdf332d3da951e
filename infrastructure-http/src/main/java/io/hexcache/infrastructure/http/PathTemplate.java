package io.hexcache.infrastructure.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The path of a route: literal segments and {@code {name}} segments, each of which takes one non-empty segment. */
record PathTemplate(List<String> segments) implements Comparable<PathTemplate> {

    /** Copies the segments. */
    PathTemplate {
        segments = List.copyOf(segments);
    }

    static PathTemplate parse(String path) {
        List<String> segments = Arrays.asList(path.split("/", -1));
        Set<String> names = new HashSet<>();
        boolean rooted = segments.size() > 1 && segments.getFirst().isEmpty();
        for (String segment : segments.subList(1, segments.size())) {
            rooted &= !segment.isEmpty() && !segment.equals("{}") && (!isName(segment) || names.add(segment));
        }
        if (!rooted) {
            throw new IllegalArgumentException("route path '" + path + "' does not begin with '/', or has an empty "
                    + "segment, or one name twice; write /v1/things/{id}");
        }
        return new PathTemplate(segments.subList(1, segments.size()));
    }

    /** The named segments of the path, if it is of this form. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String actual = path.get(i);
            if (isName(expected) && !actual.isEmpty()) {
                named.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(named));
    }

    /** The form without the names: two routes of one form and method cannot be told apart. */
    List<String> form() {
        return segments.stream().map(segment -> isName(segment) ? "{}" : segment).toList();
    }

    /** Literal segments go before named ones, so that {@code /things/new} wins over {@code /things/{id}}. */
    @Override
    public int compareTo(PathTemplate other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int named = Boolean.compare(isName(segments.get(i)), isName(other.segments.get(i)));
            if (named != 0) {
                return named;
            }
        }
        return String.join("/", segments).compareTo(String.join("/", other.segments));
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
