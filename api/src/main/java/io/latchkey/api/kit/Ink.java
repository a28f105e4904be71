package io.latchkey.api.kit;

/** The colours of the sheet; all of them can be read when printed in grey. */
record Ink(float red, float green, float blue) {

    static final Ink DARK = new Ink(0.11f, 0.13f, 0.17f);
    static final Ink GREY = new Ink(0.36f, 0.39f, 0.45f);
    static final Ink ACCENT = new Ink(0.09f, 0.32f, 0.52f);
    static final Ink LINE = new Ink(0.80f, 0.83f, 0.87f);
    static final Ink PALE = new Ink(0.955f, 0.965f, 0.98f);
    static final Ink WHITE = new Ink(1, 1, 1);
}
