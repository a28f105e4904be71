package io.latchkey.api.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The smallest PNG there is: one bit a pixel, no desktop classes needed. */
final class Png {

    /** Is the pixel black? */
    interface Pixels {
        boolean black(int x, int y);
    }

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    static byte[] of(int side, Pixels pixels) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1);
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", compressed(lines(side, pixels))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** Each line begins with its filter, none; a bit that is set is white. */
    private static byte[] lines(int side, Pixels pixels) {
        var width = 1 + (side + 7) / 8;
        var lines = new byte[width * side];
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                if (!pixels.black(x, y)) {
                    lines[y * width + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return lines;
    }

    private static byte[] compressed(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(plain);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }
}
