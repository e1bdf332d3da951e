package io.hexcache.contract;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the few types of values that the suite of codecs tries, each behind a letter that names it. */
final class TinyValues {

    private TinyValues() {}

    static void write(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case String text -> {
                out.writeByte('s');
                writeText(out, text);
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Boolean flag -> {
                out.writeByte('b');
                out.writeBoolean(flag);
            }
            case Sample sample -> {
                out.writeByte('r');
                writeSample(out, sample);
            }
            default -> throw new IOException("no letter for " + value.getClass());
        }
    }

    static Object read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 's' -> readText(in);
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'b' -> in.readBoolean();
            case 'r' -> readSample(in);
            default -> throw new IOException("unknown letter");
        };
    }

    private static void writeSample(DataOutputStream out, Sample sample) throws IOException {
        writeText(out, sample.text());
        out.writeLong(sample.number());
        out.writeDouble(sample.ratio());
        out.writeBoolean(sample.flag());
        out.writeByte(sample.items().size());
        for (String item : sample.items()) {
            writeText(out, item);
        }
        out.writeByte(sample.counts().size());
        for (Map.Entry<String, Integer> count : sample.counts().entrySet()) {
            writeText(out, count.getKey());
            out.writeInt(count.getValue());
        }
        writeText(out, sample.grade().name());
    }

    private static Sample readSample(DataInputStream in) throws IOException {
        String text = readText(in);
        long number = in.readLong();
        double ratio = in.readDouble();
        boolean flag = in.readBoolean();
        List<String> items = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            items.add(readText(in));
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            counts.put(readText(in), in.readInt());
        }
        return new Sample(text, number, ratio, flag, items, counts, grade(readText(in)));
    }

    private static Sample.Grade grade(String name) throws IOException {
        return switch (name) {
            case "LOW" -> Sample.Grade.LOW;
            case "HIGH" -> Sample.Grade.HIGH;
            default -> throw new IOException("unknown grade");
        };
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("cut off");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
