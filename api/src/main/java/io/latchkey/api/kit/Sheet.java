package io.latchkey.api.kit;

import io.nayuki.qrcodegen.QrCode;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One A4 page to draw on, measured in points from its upper left corner. */
final class Sheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private static final float STROKE_OF_STRONG = 1 / 32f;

    /** How far from the corner the handles of a curve lie, for a quarter of a circle of radius 1. */
    private static final float ROUND = 0.4477f;

    private final Typeface face;
    private final PDPageContentStream pen;

    Sheet(PDDocument document, Typeface face) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.face = face;
        this.pen = new PDPageContentStream(document, page);
    }

    void write(String text, float x, float y, float size, Ink ink) throws IOException {
        write(text, x, y, size, ink, RenderingMode.FILL);
    }

    /** There is one weight only, so that an outline makes the letters bold. */
    void strong(String text, float x, float y, float size, Ink ink) throws IOException {
        pen.setStrokingColor(ink.red(), ink.green(), ink.blue());
        pen.setLineWidth(size * STROKE_OF_STRONG);
        write(text, x, y, size, ink, RenderingMode.FILL_STROKE);
    }

    private void write(String text, float x, float y, float size, Ink ink, RenderingMode mode) throws IOException {
        pen.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        pen.beginText();
        pen.setFont(face.font(), size);
        pen.setRenderingMode(mode);
        pen.newLineAtOffset(x, HEIGHT - y);
        pen.showText(face.printable(text));
        pen.endText();
    }

    /** Smaller, if it must be, to fit the width. */
    void fitted(String text, float x, float y, float size, float width, Ink ink) throws IOException {
        var needed = face.width(face.printable(text), size);
        write(text, x, y, needed > width ? size * width / needed : size, ink);
    }

    void rightAligned(String text, float right, float y, float size, Ink ink) throws IOException {
        write(text, right - face.width(face.printable(text), size), y, size, ink);
    }

    void centred(String text, float x, float y, float size, float width, Ink ink) throws IOException {
        strong(text, x + (width - face.width(text, size)) / 2, y, size, ink);
    }

    /** Broken between words; answers where the next paragraph may begin. */
    float paragraph(String text, float x, float y, float size, float width, Ink ink) throws IOException {
        var line = new StringBuilder();
        var at = y;
        for (var word : face.printable(text).split(" ", -1)) {
            if (face.width(line + word, size) > width) {
                write(line.toString(), x, at, size, ink);
                line.setLength(0);
                at += size * 1.36f;
            }
            line.append(word).append(' ');
        }
        write(line.toString().stripTrailing(), x, at, size, ink);
        return at + size * 1.36f;
    }

    void line(float x, float y, float length, float width, Ink ink) throws IOException {
        pen.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        pen.addRect(x, HEIGHT - y, length, width);
        pen.fill();
    }

    /** A box with round corners, filled and with a thin border. */
    void box(float x, float y, float width, float height, float radius, Ink fill, Ink border) throws IOException {
        pen.setNonStrokingColor(fill.red(), fill.green(), fill.blue());
        pen.setStrokingColor(border.red(), border.green(), border.blue());
        pen.setLineWidth(0.75f);
        outline(x, HEIGHT - y - height, x + width, HEIGHT - y, radius, radius * ROUND);
        pen.fillAndStroke();
    }

    private void outline(float left, float bottom, float right, float top, float radius, float handle)
            throws IOException {
        pen.moveTo(left + radius, bottom);
        pen.lineTo(right - radius, bottom);
        pen.curveTo(right - handle, bottom, right, bottom + handle, right, bottom + radius);
        pen.lineTo(right, top - radius);
        pen.curveTo(right, top - handle, right - handle, top, right - radius, top);
        pen.lineTo(left + radius, top);
        pen.curveTo(left + handle, top, left, top - handle, left, top - radius);
        pen.lineTo(left, bottom + radius);
        pen.curveTo(left, bottom + handle, left + handle, bottom, left + radius, bottom);
        pen.closePath();
    }

    /** Modules overlap by a hair: some viewers would show white lines between them. */
    void picture(QrCode code, float x, float y, float side) throws IOException {
        var module = side / code.size;
        pen.setNonStrokingColor(0f, 0f, 0f);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    var bottom = HEIGHT - y - (row + 1) * module;
                    pen.addRect(x + column * module, bottom, module * 1.02f, module * 1.02f);
                }
            }
        }
        pen.fill();
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }
}
