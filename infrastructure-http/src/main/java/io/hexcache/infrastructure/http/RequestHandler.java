package io.hexcache.infrastructure.http;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** From request to response, on a virtual thread of its own: who asks, for what, with which body; then the route. */
final class RequestHandler extends Handler.Abstract {

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    /** Its target is no path, so nothing can be allowed; and the server would hold the connection for the tunnel. */
    private static final Map<String, String> NO_TUNNEL = Map.of("Allow", "", "Connection", "close");

    private final RouteTable routes;
    private final HttpSettings.Limits limits;
    private final BodyBudget bodies;
    private final StrictJson json;
    private final ReplyAnswers replies;
    private final ProblemAnswers problems;

    RequestHandler(RouteTable routes, HttpSettings.Limits limits, StrictJson json, ReplyAnswers replies,
            ProblemAnswers problems) {
        this.routes = routes;
        this.limits = limits;
        this.bodies = new BodyBudget(limits.maxBodyBytesTogether());
        this.json = json;
        this.replies = replies;
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
        Answer answer = answer(request);
        // Who was too slow with his body is not waited for any longer.
        boolean late = answer.status() == HttpStatus.REQUEST_TIMEOUT_408;
        AnswerWriter.write(answer, response, late ? callback : UnreadBody.behind(request, callback));
        return true;
    }

    private Answer answer(Request request) throws InterruptedException {
        try {
            CallerCheck.check(request);
            if (request.getMethod().equals("CONNECT")) {
                throw new RequestRefused(Problem.of(405, "this is no proxy"), NO_TUNNEL);
            }
            String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
            String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
            RequestTarget target = RequestTarget.parse(path, query);
            RouteTable.Found found = routes.find(request.getMethod(), target.segments());
            return replies.of(call(found.route(), found.pathParameters(), target, request), ifNoneMatch(request));
        } catch (RuntimeException | Error failure) {
            // A stack overflow or a missing class is this request's misfortune; the others go on.
            return problems.of(failure, RequestName.of(request));
        }
    }

    private <B> RouteReply call(Route<B> route, Map<String, String> parameters, RequestTarget target, Request request)
            throws InterruptedException {
        // The route may hold what was read for as long as it runs.
        try (BodyShare share = bodies.open()) {
            return route.handler().handle(new MatchedCall<>(parameters, target.query(), body(route, request, share)));
        }
    }

    private <B> Optional<B> body(Route<B> route, Request request, BodyShare share)
            throws InterruptedException {
        if (route.bodyType() == Void.class) {
            if (hasBody(request)) {
                throw new RequestRefused(400, "this request takes no body; send it without");
            }
            return Optional.empty();
        }
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !JSON_TYPE.matcher(type).matches() || request.getHeaders().contains(
                HttpHeader.CONTENT_ENCODING)) {
            throw new RequestRefused(415, "the body must be JSON in UTF-8, not compressed; send Content-Type: "
                    + Answer.JSON);
        }
        byte[] body = BodyReader.read(request, limits.maxBodyBytes(), limits.requestDeadline(), share);
        return Optional.of(json.read(body, route.bodyType()));
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static List<String> ifNoneMatch(Request request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
            default -> List.of();
        };
    }
}
