package io.hexcache.reliability.run;

import io.hexcache.contract.server.RedisProcess;
import io.hexcache.reliability.history.Judge;
import io.hexcache.reliability.history.Surroundings;
import io.hexcache.reliability.load.Keys;
import io.hexcache.reliability.load.Scene;
import io.hexcache.reliability.load.Tally;
import io.hexcache.reliability.process.Catalogue;
import io.hexcache.reliability.process.RedisLink;
import io.hexcache.reliability.process.ServiceCommand;
import io.hexcache.reliability.process.ServiceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** The processes of a run, all of them started and stopped by it, in a folder of their own. */
record Stage(Path folder, RedisProcess redis, List<RedisLink> links, Scene scene) implements AutoCloseable {

    static final int NODES = 3;

    static Stage start(Path jar) throws IOException {
        Path folder = Files.createTempDirectory("hexcache-reliability-");
        RedisProcess redis = RedisProcess.startOwn();
        Path database = folder.resolve("catalogue.db");
        List<ServiceNode> nodes = new ArrayList<>();
        List<RedisLink> links = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            links.add(RedisLink.to(redis.port()));
            nodes.add(ServiceNode.start(i, new ServiceCommand(jar.toAbsolutePath(), folder.resolve("node-" + i),
                    database, links.get(i).uri())));
            // One after the other: the first one makes the database.
            nodes.getLast().awaitServing();
        }
        Surroundings surroundings = Surroundings.of(NODES);
        return new Stage(folder, redis, links,
                new Scene(nodes, Stream.generate(ReentrantReadWriteLock::new).limit(NODES)
                        .toList(), Keys.of(NODES), new Catalogue(database), surroundings, new Judge(surroundings),
                        new Tally(),
                        new CountDownLatch(1)));
    }

    /** Removes what the processes of a run have written. */
    static void discard(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Stops all; what they have written stays. */
    @Override
    public void close() {
        scene.nodes().forEach(ServiceNode::close);
        links.forEach(RedisLink::close);
        redis.close();
    }
}
