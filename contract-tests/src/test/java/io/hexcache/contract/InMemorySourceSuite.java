package io.hexcache.contract;

import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.port.WritableSource;

/** The suite of sources on a source in a map, be it the right one or a wrong one. */
abstract class InMemorySourceSuite extends WritableSourceContract<String> {

    private final WritableSource<String> source;

    InMemorySourceSuite(WritableSource<String> source) {
        this.source = source;
    }

    @Override
    public WritableSource<String> source() {
        return source;
    }

    @Override
    public SourceOfTruth<String> reopened() {
        return source;
    }

    @Override
    public String presentIdentifier() {
        return "1";
    }

    @Override
    public String otherPresentIdentifier() {
        return "2";
    }

    @Override
    public String absentIdentifier() {
        return "3";
    }

    @Override
    public String successor(String current, int number) {
        return current + "-" + number;
    }
}
