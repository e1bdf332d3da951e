package io.hexcache.infrastructure.http;

/** Where in a text a byte stands, for bytes that may be no text. */
final class BytePlace {

    private BytePlace() {}

    /** Its line, and its column counted in bytes. */
    static Problem.Position of(byte[] text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index; i++) {
            column = text[i] == '\n' ? 1 : column + 1;
            line += text[i] == '\n' ? 1 : 0;
        }
        return new Problem.Position(line, column);
    }
}
