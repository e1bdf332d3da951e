package io.hexcache.contract;

import io.hexcache.domain.port.WritableSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sources of truth with one mistake each. */
final class WrongSources {

    private WrongSources() {}

    /** As behind a cache that nobody told. */
    static WritableSource<String> thatRemembersWhatItRead() {
        Map<String, Optional<String>> read = new ConcurrentHashMap<>();
        return new InMemorySource() {
            @Override
            public Optional<String> load(String identifier) {
                return read.computeIfAbsent(identifier, super::load);
            }
        };
    }

    static WritableSource<String> thatAnswersSomethingForNothing() {
        return new InMemorySource() {
            @Override
            public Optional<String> load(String identifier) {
                return Optional.of(values.getOrDefault(identifier, ""));
            }
        };
    }

    static WritableSource<String> thatAnswersWhatItWasGiven() {
        return new InMemorySource() {
            @Override
            public String store(String identifier, String value) {
                super.store(identifier, value + " (edited)");
                return value;
            }
        };
    }

    static WritableSource<String> thatStoresUnderEveryIdentifier() {
        return new InMemorySource() {
            @Override
            public String store(String identifier, String value) {
                values.replaceAll((any, old) -> value);
                return value;
            }
        };
    }

    static WritableSource<String> thatAlwaysSaysDeleted() {
        return new InMemorySource() {
            @Override
            public boolean delete(String identifier) {
                super.delete(identifier);
                return true;
            }
        };
    }

    static WritableSource<String> thatDeletesNothing() {
        return new InMemorySource() {
            @Override
            public boolean delete(String identifier) {
                return values.containsKey(identifier);
            }
        };
    }

    static WritableSource<String> thatAnswersNullForNothing() {
        return new InMemorySource() {
            @Override
            public Optional<String> load(String identifier) {
                return values.containsKey(identifier) ? super.load(identifier) : null;
            }
        };
    }
}
