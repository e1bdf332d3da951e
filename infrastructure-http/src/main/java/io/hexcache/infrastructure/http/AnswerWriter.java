package io.hexcache.infrastructure.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends an answer. For HEAD the server itself leaves the body out and keeps its length. */
final class AnswerWriter {

    private AnswerWriter() {}

    static void write(Answer answer, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(answer.status());
        answer.headers().forEach(headers::put);
        // No browser may take a cached value for a page.
        headers.put("X-Content-Type-Options", "nosniff");
        if (!HttpStatus.hasNoBody(answer.status())) {
            headers.put(HttpHeader.CONTENT_LENGTH, answer.body().remaining());
        }
        response.write(true, answer.body().duplicate(), callback);
    }
}
