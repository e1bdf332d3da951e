package io.hexcache.infrastructure.http;

import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.invalidation.Completion;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What a route's reply looks like on the wire. A reply that was looked up says from where and how old it is, and can be
 * asked for again by its tag (RFC 9111 and 9110, 13); nobody may reuse any other reply.
 */
final class ReplyAnswers {

    private final StrictJson json;
    private final InstantSource dates;

    ReplyAnswers(StrictJson json, InstantSource dates) {
        this.json = json;
        this.dates = dates;
    }

    /** {@code ifNoneMatch}: the tags that the caller holds; empty for another request than a read. */
    Answer of(RouteReply reply, List<String> ifNoneMatch) {
        Answer plain = reply.body()
                .map(body -> Answer.of(reply.status(), Answer.JSON, json.write(body)))
                .orElseGet(() -> Answer.withoutBody(reply.status()));
        Answer changed = reply.completion().map(completion -> plain.with("X-Cache-Change", change(completion))).orElse(
                plain);
        return reply.origin().map(hit -> lookedUp(changed, hit, ifNoneMatch)).orElseGet(() -> changed.with(
                "Cache-Control", "no-store"));
    }

    private Answer lookedUp(Answer answer, Lookup.Hit<?> hit, List<String> ifNoneMatch) {
        String tag = EntityTag.of(answer.body());
        Map<String, String> validators = Map.of(
                "X-Cache", outcome(hit),
                "Age", Long.toString(hit.age(dates.instant()).toSeconds()),
                "ETag", tag,
                "Cache-Control", "no-cache");
        return answer.status() == 200 && EntityTag.matches(ifNoneMatch, tag)
                // The server would say that the length is 0, which is not that of the value (RFC 9110, 8.6).
                ? Answer.withoutBody(304).with(validators).with("Content-Length", Integer.toString(answer.body()
                        .remaining()))
                : answer.with(validators);
    }

    private static String outcome(Lookup.Hit<?> hit) {
        if (hit.freshness() == Freshness.STALE) {
            return "STALE";
        }
        return switch (hit.tier()) {
            case L1 -> "HIT-L1";
            case L2 -> "HIT-L2";
            case SOURCE -> "MISS";
        };
    }

    private static String change(Completion completion) {
        return switch (completion) {
            case COMPLETE -> "complete";
            case DEFERRED -> "deferred";
        };
    }
}
