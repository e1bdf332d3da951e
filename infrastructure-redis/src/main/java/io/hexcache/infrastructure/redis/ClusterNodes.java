package io.hexcache.infrastructure.redis;

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
        map.all().forEach(RedisNode::probe);
    }

    @Override
    public void probeOthers() {
        map.all().forEach(node -> calls.noticingLoss(() -> {
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
        calls.close();
    }
}
