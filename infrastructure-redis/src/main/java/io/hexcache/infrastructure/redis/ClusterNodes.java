package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The primaries of a cluster. Calls go to the server of their slot, and follow the slot to where it has moved. */
final class ClusterNodes implements RedisNodes {

    private final ClusterMap map;
    private final NodeMaker maker;
    private final ClusterCalls calls;

    ClusterNodes(ClusterMap map, NodeMaker maker) {
        this.map = map;
        this.maker = maker;
        this.calls = new ClusterCalls(map, maker);
    }

    @Override
    public Object call(Operation operation, Call call) {
        return calls(operation, List.of(call)).getFirst();
    }

    @Override
    public List<Object> calls(Operation operation, List<Call> wanted) {
        return calls.replies(operation, wanted, RedisNode::exchange);
    }

    @Override
    public List<Object> batches(Operation operation, List<Call> wanted) {
        return calls.replies(operation, wanted, RedisNode::exchangeAlone);
    }

    /** One by one: each may have to follow its slot, and has a server's clock of its own. */
    @Override
    public List<Object> callsInTime(Operation operation, List<LongFunction<Call>> wanted) {
        return wanted.stream().map(call -> calls.replyInTime(operation, call)).toList();
    }

    @Override
    public <T> List<T> walk(Operation operation, Function<Session, T> steps) {
        return new ClusterWalk(map, maker).all(operation, session -> steps.apply(session.following(moved -> calls(
                operation, moved))));
    }

    @Override
    public void tookChange() {
        map.all().forEach(RedisNode::tookChange);
    }

    @Override
    public void probe() {
        each(node -> {
            node.probe();
            return node;
        });
    }

    @Override
    public void probeOthers() {
        each(node -> {
            node.ping(Operation.read("ping", "redis"));
            return node;
        });
    }

    @Override
    public List<String> memory() {
        return each(RedisNode::memory).stream().flatMap(List::stream).toList();
    }

    /** The answers of all primaries, asked anew who they are if one of them is found to be a replica. */
    private <T> List<T> each(Function<RedisNode, T> question) {
        Turns turns = Turns.of(maker);
        while (true) {
            try {
                return map.all().stream().map(node -> calls.noticingLoss(() -> question.apply(node))).toList();
            } catch (CacheConnectionException away) {
                if (!Unreached.isOfReplica(away) || !turns.another()) {
                    throw away;
                }
            }
        }
    }

    @Override
    public boolean isClosed() {
        return map.isClosed();
    }

    @Override
    public void close() {
        map.close();
        calls.close();
    }
}
