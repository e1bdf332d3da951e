package io.hexcache.bootstrap.configuration;

import java.util.Optional;
import java.util.regex.Pattern;

/** A word of letters, digits, {@code .}, {@code _} and {@code -}. */
record WordType(int longest) implements ValueType<String> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]+");

    @Override
    public Optional<String> read(String text) {
        return Optional.of(text).filter(word -> word.length() <= longest && FORM.matcher(word).matches());
    }

    @Override
    public String legal() {
        return "1 to " + longest + " letters, digits, '.', '_' or '-'";
    }
}
