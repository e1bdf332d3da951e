package io.hexcache.infrastructure.http;

import io.hexcache.application.route.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All routes of the service. */
final class RouteTable {

    /** A route, and what the path of a request says to it. */
    record Found(Route<?> route, Map<String, String> pathParameters) {}

    private record Mounted(PathTemplate template, Route<?> route) {}

    private final List<Mounted> routes;

    /** Throws {@link IllegalArgumentException} if two routes cannot be told apart. */
    RouteTable(List<Route<?>> routes) {
        List<Mounted> mounted = new ArrayList<>();
        Set<List<String>> forms = new HashSet<>();
        for (Route<?> route : routes) {
            PathTemplate template = PathTemplate.parse(route.path());
            List<String> form = new ArrayList<>(template.form());
            form.add(route.method().name());
            if (!forms.add(form)) {
                throw new IllegalArgumentException("two routes answer %s %s; a path may belong to one feature only"
                        .formatted(route.method(), route.path()));
            }
            mounted.add(new Mounted(template, route));
        }
        mounted.sort(Comparator.comparing(Mounted::template));
        this.routes = List.copyOf(mounted);
    }

    /** The route that answers; without one, a refusal with 404 or 405. HEAD is answered by the route for GET. */
    Found find(String method, List<String> path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Set<String> allowed = new TreeSet<>();
        for (Mounted candidate : routes) {
            var parameters = candidate.template().match(path);
            if (parameters.isPresent()) {
                String offered = candidate.route().method().name();
                if (offered.equals(wanted)) {
                    return new Found(candidate.route(), parameters.get());
                }
                allowed.add(offered);
            }
        }
        throw refusal(allowed);
    }

    private static RequestRefused refusal(Set<String> allowed) {
        if (allowed.isEmpty()) {
            return new RequestRefused(404, "nothing is served under this path");
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String methods = String.join(", ", allowed);
        return new RequestRefused(Problem.of(405, "this path answers " + methods
                + " only"), Map.of("Allow", methods));
    }
}
