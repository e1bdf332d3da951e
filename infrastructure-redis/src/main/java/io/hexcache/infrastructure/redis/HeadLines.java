package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the heads, as {@link BusScripts} lays them out. */
final class HeadLines {

    private HeadLines() {}

    static byte[] field(Origin origin) {
        return Replies.argument(origin.node() + ":" + origin.incarnation());
    }

    /** Reads fields and lines in turn. */
    static Heads heads(List<?> reply) {
        Map<Origin, Heads.Head> heads = HashMap.newHashMap(reply.size() / 2);
        for (int i = 0; i < reply.size(); i += 2) {
            String[] field = Replies.text(reply.get(i)).split(":", 2);
            String[] line = Replies.text(reply.get(i + 1)).split(" ", 4);
            heads.put(new Origin(field[0], Long.parseLong(field[1])), new Heads.Head(Long.parseLong(line[0]), Long
                    .parseLong(line[1]), line[2].equals("1")));
        }
        return new Heads(heads);
    }
}
