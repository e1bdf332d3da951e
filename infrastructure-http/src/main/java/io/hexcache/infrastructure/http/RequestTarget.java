package io.hexcache.infrastructure.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request is about: the decoded segments of its path, and its query. The path is taken as it was sent, before
 * any normalisation, so that {@code ..} is refused rather than resolved into somebody else's path.
 */
record RequestTarget(List<String> segments, Map<String, String> query) {

    /** Copies both. */
    RequestTarget {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    static RequestTarget parse(String rawPath, String rawQuery) {
        return new RequestTarget(segments(rawPath), query(rawQuery));
    }

    private static List<String> segments(String rawPath) {
        if (!rawPath.startsWith("/")) {
            throw new RequestRefused(400, "the path does not begin with '/'");
        }
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.substring(1).split("/", -1)) {
            String segment = PercentText.decode(raw, "path segment " + (segments.size() + 1));
            if (segment.equals(".") || segment.equals("..")) {
                throw new RequestRefused(400,
                        "path segment %d is '%s', which means another path; send the path that is "
                                .formatted(segments.size() + 1, segment) + "meant");
            }
            // Whoever reads the path after us, a proxy's log for one, must not see another structure than we do.
            if (segment.indexOf('/') >= 0 || segment.indexOf('\\') >= 0 || raw.indexOf(';') >= 0) {
                throw new RequestRefused(400,
                        "path segment %d holds '/', '\\' or ';', which not everybody reads alike; "
                                .formatted(segments.size() + 1) + "identifiers with them cannot be used over HTTP");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static Map<String, String> query(String rawQuery) {
        Map<String, String> query = new LinkedHashMap<>();
        if (rawQuery.isEmpty()) {
            return query;
        }
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = parameter(equals < 0 ? pair : pair.substring(0, equals), "a name in the query");
            String value = equals < 0 ? "" : parameter(pair.substring(equals + 1), "the value of " + name);
            if (query.putIfAbsent(name, value) != null) {
                throw new RequestRefused(400, "query parameter '" + name + "' is given twice; give it once");
            }
        }
        return query;
    }

    private static String parameter(String encoded, String where) {
        return PercentText.decode(encoded.replace("+", "%20"), where);
    }
}
