package io.latchkey.value;

/** In which form a recovery kit is handed out; stored by name. */
public enum KitFormat {
    TEXT,
    JSON,
    PDF
}
