package io.hexcache.infrastructure.http;

import io.hexcache.application.route.RouteRefusal;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failed request is answered with. Only what was made for the sender's eyes is shown: the rest is in the log.
 */
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String RETRY_SECONDS = "1";

    private final StrictJson json;
    private final ErrorIds ids;

    ProblemAnswers(StrictJson json, ErrorIds ids) {
        this.json = json;
        this.ids = ids;
    }

    Answer of(Problem problem) {
        return Answer.of(problem.status(), Answer.PROBLEM, json.write(problem)).with("Cache-Control", "no-store");
    }

    /** {@code request} names the request in the log; it holds no control characters. */
    Answer of(Throwable failure, String request) {
        return switch (failure) {
            case RequestRefused refused -> of(refused.problem()).with(refused.headers());
            case RouteRefusal refusal -> of(Problem.of(refusal.status(), refusal));
            case CacheException cache -> ofCache(cache);
            default -> internal(failure, request);
        };
    }

    private Answer ofCache(CacheException failure) {
        return switch (failure) {
            case InvalidKeyException _, CacheConfigurationException _, CacheSerializationException _ ->
                    of(Problem.of(422, failure));
            case CacheOverloadException _, CacheTimeoutException _, CacheConnectionException _ -> unavailable(failure);
            case CacheReadException _, CacheWriteException _ -> unavailable(failure);
        };
    }

    private Answer unavailable(CacheException failure) {
        return of(Problem.of(503, failure)).with("Retry-After", RETRY_SECONDS);
    }

    private Answer internal(Throwable failure, String request) {
        String id = ids.next();
        LOG.error("{} failed, {}", request, id, failure);
        return of(Problem.of(500, "the service made a mistake; its log has the cause under the instance").withInstance(
                id));
    }
}
