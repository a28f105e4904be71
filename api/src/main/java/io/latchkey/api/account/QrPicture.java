package io.latchkey.api.account;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.Base64;

/** A text as a QR code. */
record QrPicture(QrCode code) {

    private static final int QUIET = 4;
    private static final int PIXELS = 6;

    static QrPicture of(String text) {
        return new QrPicture(QrCode.encodeText(text, Ecc.MEDIUM));
    }

    /** As data URI. */
    String png() {
        var side = (code.size + 2 * QUIET) * PIXELS;
        var bytes = Png.of(side, (x, y) -> code.getModule(x / PIXELS - QUIET, y / PIXELS - QUIET));
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    String svg() {
        var side = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + path + "\" fill=\"#000\"/></svg>";
    }
}
