package io.latchkey.api.kit;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Sans, which comes with PDFBox, embedded: Latin, Greek and Cyrillic, and a square for all else. */
final class Typeface {

    static final String SQUARE = "\u25A1";

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Scripts that are written one letter after the other. */
    private static final Set<UnicodeScript> SIMPLE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private final PDFont font;
    private final CmapLookup letters;

    private Typeface(PDFont font, CmapLookup letters) {
        this.font = font;
        this.letters = letters;
    }

    static Typeface in(PDDocument document) throws IOException {
        try (var file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE))) {
            var outlines = new TTFParser().parse(new RandomAccessReadBuffer(file));
            document.registerTrueTypeFontForClosing(outlines);
            return new Typeface(PDType0Font.load(document, outlines, true), outlines.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) * size / 1000;
    }

    /** What can be printed, with one square for each run of what cannot. */
    String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (has(letter)) {
                printable.appendCodePoint(letter);
            } else if (!printable.toString().endsWith(SQUARE)) {
                printable.append(SQUARE);
            }
        });
        return printable.toString();
    }

    private boolean has(int letter) {
        boolean seen = Character.getType(letter) != Character.FORMAT;
        return seen && SIMPLE.contains(UnicodeScript.of(letter)) && letters.getGlyphId(letter) != 0;
    }
}
