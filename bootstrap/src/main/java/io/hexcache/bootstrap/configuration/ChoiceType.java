package io.hexcache.bootstrap.configuration;

import java.util.List;
import java.util.Optional;

/** One of some words. */
record ChoiceType<T>(List<Choice<T>> choices) implements ValueType<T> {

    /** {@code true} or {@code false}. */
    static final ChoiceType<Boolean> YES_OR_NO = new ChoiceType<>(List.of(new Choice<>("true", true), new Choice<>(
            "false", false)));

    ChoiceType {
        choices = List.copyOf(choices);
    }

    @Override
    public Optional<T> read(String text) {
        return choices.stream().filter(choice -> choice.word().equals(text)).map(Choice::meaning).findFirst();
    }

    @Override
    public String legal() {
        String allButLast = String.join(", ", choices.stream().limit(choices.size() - 1L).map(Choice::word).toList());
        return allButLast + " or " + choices.getLast().word();
    }
}
