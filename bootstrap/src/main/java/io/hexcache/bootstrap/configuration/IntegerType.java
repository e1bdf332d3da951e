package io.hexcache.bootstrap.configuration;

import java.util.Optional;

/** A whole number between two bounds, both legal. */
record IntegerType(int least, int most) implements ValueType<Integer> {

    @Override
    public Optional<Integer> read(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException notANumber) {
            // Not lost: the caller reports the text together with what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "a whole number from " + least + " to " + most;
    }
}
