package io.hexcache.simulation.world;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.Stamps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The stamps that the store holds; {@code last} is 0 while there are none. */
final class Register {

    private final Map<Subject, Long> stamps = new LinkedHashMap<>();
    private long last;
    private long floor;

    Register copy() {
        Register copy = new Register();
        copy.stamps.putAll(stamps);
        copy.last = last;
        copy.floor = floor;
        return copy;
    }

    void forget() {
        stamps.clear();
        last = 0;
        floor = 0;
    }

    private void heal(long told, long micros) {
        if (last == 0 || last < told) {
            last = Math.max(micros, told) + 1;
            floor = last;
        }
    }

    Stamps read(long since, long told, long micros) {
        heal(told, micros);
        Map<Subject, Long> newer = stamps.entrySet().stream().filter(entry -> entry.getValue() > since)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Stamps(last, floor, newer);
    }

    Stamps stamp(Set<Subject> subjects, long told, long micros) {
        heal(told, micros);
        last = Math.max(last + 1, micros);
        subjects.forEach(subject -> stamps.put(subject, last));
        return new Stamps(last, floor,
                subjects.stream().collect(Collectors.toMap(subject -> subject, subject -> last)));
    }
}
