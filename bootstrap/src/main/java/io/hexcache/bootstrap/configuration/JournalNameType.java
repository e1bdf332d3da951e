package io.hexcache.bootstrap.configuration;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a journal on a server is called. */
record JournalNameType() implements ValueType<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]{1,40}");

    @Override
    public Optional<String> read(String text) {
        return Optional.of(text).filter(name -> FORM.matcher(name).matches());
    }

    @Override
    public String legal() {
        return "1 to 40 of a-z, 0-9, '-' and '_'";
    }
}
