package io.hexcache.infrastructure.http;

import java.util.Optional;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Puts the server's own refusals, of requests that never reached a route, into the form of all others. */
final class ErrorDocuments implements Request.Handler {

    private final ProblemAnswers problems;

    ErrorDocuments(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Answer answer = failure instanceof Throwable thrown && !(failure instanceof HttpException)
                ? problems.of(thrown, RequestName.of(request))
                : problems.of(refusal(request, response, Optional.ofNullable((HttpException) failure)));
        AnswerWriter.write(answer, response, callback);
        return true;
    }

    private static Problem refusal(Request request, Response response, Optional<HttpException> failure) {
        int status = failure.map(HttpException::getCode).orElseGet(response::getStatus);
        Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        String known = failure.map(HttpException::getReason)
                .orElseGet(() -> message instanceof String text ? text : "");
        boolean saysNothing = known.isEmpty() || known.equals(HttpStatus.getMessage(status));
        return Problem.of(status, "the server refused the request: " + (saysNothing ? general(status) : plain(known)));
    }

    /** In plain words what the server names after its own settings. */
    private static String plain(String known) {
        return known.equals(UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR.getDescription())
                ? "its path holds %2f, an encoded '/'; an id in a path cannot hold '/', encoded or not"
                : known;
    }

    private static String general(int status) {
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414 -> "its path and query are too long";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "its header fields are too long";
            default ->
                    "it is not HTTP as RFC 9110 has it; look at the percent-encoding of its path, at which %00 is not "
                            + "allowed, and at its header fields";
        };
    }
}
