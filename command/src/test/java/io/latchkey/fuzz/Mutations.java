package io.latchkey.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Endless changed copies of a corpus, the same for the same seed. */
final class Mutations {

    private static final int LONGEST = 20_000;
    private static final List<byte[]> WORDS = Stream.of(
                    "\r\n",
                    "\n",
                    "\0",
                    "%00",
                    "\\u0000",
                    "\\ud800",
                    "\u560A",
                    "\u560D",
                    "\u2028",
                    "\u202E",
                    "\uFEFF",
                    "\u0661",
                    "\uFF11",
                    "\u00DF",
                    "\u0130",
                    "xn--",
                    "@",
                    ".",
                    "..",
                    "-",
                    "=",
                    ",",
                    ";",
                    ":",
                    "/",
                    "'",
                    "\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    "null",
                    "true",
                    "1e400",
                    "-0",
                    "999999999999999999999",
                    "NaN",
                    "none",
                    "HS256",
                    "../",
                    "' or 1=1",
                    "${x}",
                    "<a>",
                    "http://",
                    "\t",
                    " ",
                    "A",
                    "0")
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final List<byte[]> corpus;
    private final long seed;
    private final Random random;

    Mutations(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
        this.random = new Random(seed);
    }

    byte[] next() {
        var input = any(corpus);
        for (var changes = random.nextInt(1, 6); changes > 0; changes--) {
            input = changed(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changed(byte[] input) {
        var from = random.nextInt(input.length + 1);
        var to = Math.min(input.length, from + random.nextInt(1, 17));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, from, any(WORDS));
            case 2 -> replaced(input, from, to, any(WORDS));
            case 3 -> replaced(input, from, Math.min(input.length, from + 1), noise(1));
            case 4 -> replaced(input, from, from, noise(random.nextInt(1, 9)));
            case 5 -> replaced(input, from, from, repeated(Arrays.copyOfRange(input, from, to)));
            case 6 -> replaced(input, from, input.length, tail(any(corpus)));
            default -> flipped(input);
        };
    }

    private byte[] flipped(byte[] input) {
        var other = input.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private byte[] repeated(byte[] part) {
        var times = random.nextInt(10) == 0 ? 200 : random.nextInt(1, 4);
        var result = new ByteArrayOutputStream();
        for (var time = 0; time < times; time++) {
            result.writeBytes(part);
        }
        return result.toByteArray();
    }

    private byte[] tail(byte[] other) {
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] any(List<byte[]> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] part) {
        var result = new ByteArrayOutputStream();
        result.write(input, 0, from);
        result.writeBytes(part);
        result.write(input, to, input.length - to);
        return result.toByteArray();
    }

    @Override
    public String toString() {
        return "storm.seed=" + seed;
    }
}
