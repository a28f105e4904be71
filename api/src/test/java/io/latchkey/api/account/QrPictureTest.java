package io.latchkey.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final String URI =
            "otpauth://totp/Latchkey:ann@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Latchkey";

    private final QrPicture picture = QrPicture.of(URI);

    @Test
    void the_png_shows_every_module_with_a_quiet_zone() throws IOException {
        var bytes = Base64.getDecoder().decode(picture.png().substring("data:image/png;base64,".length()));
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        var size = picture.code().size;

        assertThat(image.getWidth()).isEqualTo((size + 8) * 6).isEqualTo(image.getHeight());
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                boolean black = (image.getRGB((x + 4) * 6 + 3, (y + 4) * 6 + 3) & 0xFFFFFF) == 0;
                assertThat(black).isEqualTo(picture.code().getModule(x, y));
            }
        }
        assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void the_svg_draws_one_square_for_each_black_module() {
        var size = picture.code().size;
        var black = 0;
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                black += picture.code().getModule(x, y) ? 1 : 0;
            }
        }
        assertThat(picture.svg()).startsWith("<svg xmlns=").contains("viewBox=\"0 0 " + (size + 8));
        assertThat(picture.svg().split("h1v1h-1z", -1)).hasSize(black + 1);
        assertThat(picture.svg()).doesNotContain("script", "otpauth", "href");
    }
}
