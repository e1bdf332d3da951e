package io.hexcache.infrastructure.http;

import java.util.Map;

/** The service's own refusal of a request, before any route was asked. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    RequestRefused(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    RequestRefused(Problem problem) {
        this(problem, Map.of());
    }

    RequestRefused(int status, String detail) {
        this(Problem.of(status, detail));
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
