package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/** The primaries of a cluster. Calls go to the server of their slot, and follow the slot to where it has moved. */
final class ClusterNodes implements RedisNodes {

    private final ClusterMap map;
    private final NodeMaker maker;
    private final FanOut fanOut = new FanOut();

    ClusterNodes(ClusterMap map, NodeMaker maker) {
        this.map = map;
        this.maker = maker;
    }

    @Override
    public Seen read(Operation operation, byte[] name) {
        return readAll(operation, List.of(name)).getFirst();
    }

    /** The time of a server cannot be asked by the slot of a key, so the life is asked beside the bytes. */
    @Override
    public List<Seen> readAll(Operation operation, List<byte[]> names) {
        List<Object> replies = calls(operation, names.stream().flatMap(name -> Stream.of(Call.of(Command.PTTL, name),
                Call.of(Command.GET, name), Call.of(Command.PTTL, name))).toList());
        return IntStream.range(0, names.size()).mapToObj(i -> Seen.between(replies.get(3 * i), replies.get(3 * i + 1),
                replies.get(3 * i + 2))).toList();
    }

    @Override
    public Object call(Operation operation, Call call) {
        return calls(operation, List.of(call)).getFirst();
    }

    @Override
    public List<Object> batches(Operation operation, List<Call> calls) {
        return calls(operation, calls);
    }

    @Override
    public List<Object> calls(Operation operation, List<Call> calls) {
        Errand[] last = IntStream.range(0, calls.size()).mapToObj(i -> new Errand(i, calls.get(i), map.of(calls.get(i)
                .slot()), false)).toArray(Errand[]::new);
        Object[] replies = new Object[last.length];
        List<Errand> open = List.of(last);
        Turns turns = Turns.of(maker);
        while (!open.isEmpty()) {
            send(operation, open, replies);
            open = redirected(open.stream().filter(errand -> !isDoneInSteps(operation, errand, replies)).toList(),
                    replies);
            if (!open.isEmpty() && !turns.another()) {
                throw unsettled(operation);
            }
            open.forEach(errand -> last[errand.place()] = errand);
        }
        for (Errand errand : last) {
            errand.node().checked(operation, Arrays.asList(replies[errand.place()]));
        }
        return Arrays.asList(replies);
    }

    private boolean isDoneInSteps(Operation operation, Errand errand, Object[] replies) {
        boolean inSteps = Redirection.of(replies[errand.place()]) instanceof Redirection.Later && !errand.call()
                .whileMoving().isEmpty();
        if (inSteps) {
            errand.call().whileMoving().forEach(step -> replies[errand.place()] = call(operation, step));
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
            case Redirection.Later _ -> Optional.of(errand.to(map.of(errand.call().slot())));
        };
    }

    private void send(Operation operation, List<Errand> errands, Object[] replies) {
        Map<Errand.Way, List<Errand>> ways = errands.stream().collect(Collectors.groupingBy(Errand::way));
        List<Callable<Boolean>> tasks = ways.entrySet().stream().<Callable<Boolean>>map(way -> () -> {
            List<Errand> mine = way.getValue();
            List<Object> answers = way.getKey().replies(noticingLoss(() -> way.getKey().node().exchange(operation, mine
                    .stream().flatMap(Errand::sent).toList())));
            IntStream.range(0, mine.size()).forEach(i -> replies[mine.get(i).place()] = answers.get(i));
            return true;
        }).toList();
        fanOut.all(tasks);
    }

    @Override
    public Object callInTime(Operation operation, LongFunction<Call> call) {
        int slot = call.apply(0).slot();
        RedisNode node = map.of(slot);
        Turns turns = Turns.of(maker);
        while (true) {
            RedisNode asked = node;
            Object reply = noticingLoss(() -> asked.exchangeInTime(operation, call));
            Redirection redirection = Redirection.of(reply);
            if (redirection instanceof Redirection.Nowhere) {
                return asked.checked(operation, Arrays.asList(reply)).getFirst();
            }
            if (!turns.another()) {
                throw unsettled(operation);
            }
            map.moved();
            node = redirection instanceof Redirection.Moved(RedisAddress address) ? map.at(address) : map.of(slot);
        }
    }

    private CacheConnectionException unsettled(Operation operation) {
        return new CacheConnectionException(
                "%s: its slot is moving to another server of the redis cluster %s; what it wants was not done in full;"
                        .formatted(operation, map.name()) + " try again when the slot has arrived");
    }

    private <T> T noticingLoss(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (CacheConnectionException | CacheTimeoutException away) {
            map.lost();
            throw away;
        }
    }

    @Override
    public <T> List<T> walk(Operation operation, Function<Session, T> steps) {
        return new ClusterWalk(map, maker).all(operation, session -> steps.apply(session.following(calls -> calls(
                operation, calls))));
    }

    @Override
    public void tookChange() {
        map.all().forEach(RedisNode::tookChange);
    }

    @Override
    public void probe() {
        map.all().forEach(RedisNode::probe);
    }

    @Override
    public void probeOthers() {
        map.all().forEach(node -> noticingLoss(() -> {
            node.ping(Operation.read("ping", "redis"));
            return node;
        }));
    }

    @Override
    public List<String> memory() {
        return map.all().stream().flatMap(node -> node.memory().stream()).toList();
    }

    @Override
    public boolean isClosed() {
        return map.isClosed();
    }

    @Override
    public void close() {
        map.close();
        fanOut.close();
    }
}
