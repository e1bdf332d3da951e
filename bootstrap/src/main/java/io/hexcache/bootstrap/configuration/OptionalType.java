package io.hexcache.bootstrap.configuration;

import java.util.Optional;

/** A value of that type, or nothing. */
record OptionalType<T>(ValueType<T> type) implements ValueType<Optional<T>> {

    @Override
    public Optional<Optional<T>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Optional<T> value = type.read(text);
        return value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    @Override
    public String legal() {
        return "empty, or " + type.legal();
    }

    @Override
    public String shown(String text) {
        return type.shown(text);
    }
}
