package io.latchkey.value;

import java.util.stream.IntStream;

/** How far symbols are from being drawn alike; far above the alphabet's size is no chance any more. */
final class ChiSquare {
    private ChiSquare() {}

    static double of(IntStream symbols, String alphabet) {
        var counts = new double[alphabet.length()];
        symbols.forEach(symbol -> counts[alphabet.indexOf(symbol)]++);
        var expected =
                IntStream.range(0, counts.length).mapToDouble(i -> counts[i]).sum() / counts.length;
        return IntStream.range(0, counts.length)
                .mapToDouble(i -> (counts[i] - expected) * (counts[i] - expected) / expected)
                .sum();
    }
}
