package io.hexcache.infrastructure.http;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.jetty.http.HttpStatus;

/**
 * What went wrong, for the person who sent the request (RFC 9457). Its type is always {@code about:blank}: the status
 * says what kind of problem it is, the detail says the rest.
 *
 * @param instance which occurrence of an internal error; the log has the same
 * @param pointer the field of the body that is meant, as a JSON pointer (RFC 6901); empty text is the whole body
 * @param position where in the body
 */
record Problem(String type, String title, int status, String detail, Optional<String> instance,
        Optional<String> pointer, Optional<Position> position) {

    /** A place in a body, both counted from 1. */
    record Position(int line, int column) {}

    static Problem of(int status, String detail) {
        return new Problem("about:blank", HttpStatus.getMessage(status), status, detail, Optional.empty(), Optional
                .empty(), Optional.empty());
    }

    /** A problem whose detail is what the exception says; only for those that speak to the sender of the request. */
    static Problem of(int status, Throwable reason) {
        return of(status, Objects.requireNonNullElse(reason.getMessage(), "the request was refused"));
    }

    Problem withInstance(String id) {
        return new Problem(type, title, status, detail, Optional.of(id), pointer, position);
    }

    Problem at(String field, Optional<Position> place) {
        return new Problem(type, title, status, detail, instance, Optional.of(field), place);
    }
}
