package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends calls to the servers of their slots, and follows those whose slot was somewhere else or has no server for a
 * moment, for the time of a command. A call that has met no server, and a read without a reply, goes to whoever has the
 * slot by then; where that is nobody else, the error stands, unless a replica was met: then the map is behind.
 */
final class ClusterCalls implements AutoCloseable {

    private final ClusterMap map;
    private final NodeMaker maker;
    private final FanOut fanOut = new FanOut();

    ClusterCalls(ClusterMap map, NodeMaker maker) {
        this.map = map;
        this.maker = maker;
    }

    /** The replies in the order of the calls; throws if one of them is an error. */
    List<Object> replies(Operation operation, List<Call> calls, NodeExchange exchange) {
        Errand[] last = IntStream.range(0, calls.size()).mapToObj(i -> new Errand(i, calls.get(i), owner(calls.get(i))))
                .toArray(Errand[]::new);
        Object[] replies = new Object[last.length];
        List<Errand> open = List.of(last);
        Turns turns = Turns.of(maker);
        while (!open.isEmpty()) {
            send(operation, open, replies, exchange);
            open = redirected(open.stream().filter(errand -> !isDoneInSteps(operation, errand, replies)).toList(),
                    replies);
            open.forEach(errand -> last[errand.place()] = errand);
            if (!open.isEmpty() && !turns.another()) {
                open = givenUp(operation, open, replies);
            }
        }
        for (Errand errand : last) {
            errand.node().checked(operation, Arrays.asList(replies[errand.place()]));
        }
        return Arrays.asList(replies);
    }

    private RedisNode owner(Call call) {
        return map.of(call.slot());
    }

    private void send(Operation operation, List<Errand> errands, Object[] replies, NodeExchange exchange) {
        Map<RedisNode, List<Errand>> ways = errands.stream().collect(Collectors.groupingBy(Errand::node));
        fanOut.all(ways.entrySet().stream().<Runnable>map(way -> () -> {
            List<Errand> mine = way.getValue();
            List<Call> calls = mine.stream().map(Errand::call).toList();
            List<Object> answers = answers(mine.size(), calls.stream().allMatch(Call::isRead), () -> exchange.at(way
                    .getKey(), operation, calls));
            IntStream.range(0, mine.size()).forEach(i -> replies[mine.get(i).place()] = answers.get(i));
        }).toList());
    }

    /** What has come of so many calls; an error, for each of them, where they can be sent elsewhere. */
    private List<Object> answers(int count, boolean repeatable, Supplier<List<Object>> exchange) {
        try {
            return noticingLoss(exchange);
        } catch (CacheConnectionException away) {
            if (Thread.currentThread().isInterrupted() || !(repeatable || Unreached.isIn(away))) {
                throw away;
            }
            return Collections.nCopies(count, away);
        }
    }

    private boolean isDoneInSteps(Operation operation, Errand errand, Object[] replies) {
        boolean inSteps = Redirection.of(replies[errand.place()]) instanceof Redirection.Later && !errand.call()
                .whileMoving().isEmpty();
        if (inSteps) {
            errand.call().whileMoving().forEach(step -> replies[errand.place()] = replies(operation, List.of(step),
                    RedisNode::exchange).getFirst());
        }
        return inSteps;
    }

    private List<Errand> redirected(List<Errand> errands, Object[] replies) {
        if (errands.stream().anyMatch(errand -> Redirection.of(replies[errand
                .place()]) instanceof Redirection.Moved)) {
            map.moved();
        }
        return errands.stream().map(errand -> next(errand, replies[errand.place()])).flatMap(Optional::stream).toList();
    }

    private Optional<Errand> next(Errand errand, Object reply) {
        return switch (Redirection.of(reply)) {
            case Redirection.Nowhere _ -> Optional.empty();
            case Redirection.Moved(var address) -> Optional.of(errand.to(map.at(address)));
            case Redirection.Ask(var address) -> Optional.of(errand.askingAt(map.at(address)));
            case Redirection.Later _ -> Optional.of(errand.to(owner(errand.call())));
            case Redirection.Down _ -> {
                map.lost();
                yield Optional.of(errand.to(map.known(errand.call().slot()).orElse(errand.node())));
            }
            case Redirection.Away(var reason) -> Optional.of(errand.to(successor(errand, reason)));
        };
    }

    private RedisNode successor(Errand errand, CacheConnectionException reason) {
        Optional<RedisNode> other = map.known(errand.call().slot()).filter(owner -> owner != errand.node());
        if (other.isEmpty() && !Unreached.isOfReplica(reason)) {
            throw reason;
        }
        return other.orElse(errand.node());
    }

    /** None, where the servers have said why; then their word is the reply. */
    private List<Errand> givenUp(Operation operation, List<Errand> open, Object[] replies) {
        for (Errand errand : open) {
            if (replies[errand.place()] instanceof CacheConnectionException away) {
                throw away;
            }
        }
        if (open.stream().noneMatch(errand -> Redirection.of(replies[errand
                .place()]) instanceof Redirection.Down)) {
            throw unsettled(operation);
        }
        return List.of();
    }

    /** The reply to a change that does not take effect after this has thrown. */
    Object replyInTime(Operation operation, LongFunction<Call> call) {
        Errand errand = new Errand(0, call.apply(0), owner(call.apply(0)));
        Turns turns = Turns.of(maker);
        while (true) {
            Errand sent = errand;
            Object[] reply = answers(1, false, () -> sent.node().exchangeInTime(operation, List.of(last -> sent.call()
                    .isAsking() ? call.apply(last).asking() : call.apply(last)))).toArray();
            List<Errand> next = redirected(List.of(sent), reply);
            if (!next.isEmpty() && !turns.another()) {
                next = givenUp(operation, next, reply);
            }
            if (next.isEmpty()) {
                return sent.node().checked(operation, List.of(reply)).getFirst();
            }
            errand = next.getFirst();
        }
    }

    private CacheConnectionException unsettled(Operation operation) {
        return new CacheConnectionException(
                "%s: its slot is moving to another server of the redis cluster %s; what it wants was not done in full;"
                        .formatted(operation, map.name()) + " try again when the slot has arrived");
    }

    /** Has the map look anew where a server cannot be reached. */
    <T> T noticingLoss(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (CacheConnectionException | CacheTimeoutException away) {
            // An interrupt says nothing about the server, and would end the look too.
            if (!Thread.currentThread().isInterrupted()) {
                map.lost(away);
            }
            throw away;
        }
    }

    @Override
    public void close() {
        fanOut.close();
    }
}
