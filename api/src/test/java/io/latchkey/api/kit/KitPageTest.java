package io.latchkey.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KitPageTest {

    private static final float EDGE = 36;

    private static PDDocument read(RecoveryKit kit) throws IOException {
        return Loader.loadPDF(KitPage.of(kit));
    }

    private static String text(RecoveryKit kit) throws IOException {
        try (var document = read(kit)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void is_one_page_of_a4_with_all_that_is_needed_to_use_it() throws IOException {
        var kit = Samples.kit("home");
        Files.write(Path.of("target", "recovery-kit.pdf"), KitPage.of(kit));

        try (var document = read(kit)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(0.1f));
            assertThat(document.getPage(0).getMediaBox().getHeight())
                    .isCloseTo(PDRectangle.A4.getHeight(), within(0.1f));
        }
        var plain = text(kit).replaceAll("\\s+", " ");
        assertThat(plain.replaceAll("[ -]", "")).contains(Samples.CODE.replace("-", ""));
        assertThat(plain)
                .contains("Latchkey", "https://id.example.org", "a***@e***.org", "home", "26 November 2026")
                .contains(kit.fingerprint(), "Questions: help@example.org");
        assertThat(kit.use()).allSatisfy(step -> assertThat(plain).contains(step));
        assertThat(kit.keep()).allSatisfy(advice -> assertThat(plain).contains(advice));
    }

    @Test
    void its_picture_is_read_as_the_code() throws Exception {
        try (var document = read(Samples.kit("home"))) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            var read = new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));

            assertThat(read.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
            assertThat(read.getText()).isEqualTo(Samples.CODE);
        }
    }

    @Test
    void says_nothing_secret_or_personal_about_itself() throws IOException {
        var kit = Samples.kit("home");
        var raw = new String(KitPage.of(kit), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("RCU1", "a***@", kit.fingerprint());

        try (var document = read(kit)) {
            var told = document.getDocumentInformation();
            assertThat(told.getMetadataKeys()).containsExactlyInAnyOrder("Title", "CreationDate");
            assertThat(told.getTitle()).isEqualTo("Recovery kit");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
        assertThat(kit.toString()).isEqualTo("RecoveryKit[hidden]");
    }

    @Test
    void the_same_kit_is_the_same_file() {
        assertThat(KitPage.of(Samples.kit("home"))).isEqualTo(KitPage.of(Samples.kit("home")));
    }

    @Test
    void brings_its_letters_along() throws IOException {
        try (var document = read(Samples.kit("home"))) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łódź – naïve façade", "Ελληνικά και Ёлка", "it's 50 % (€) & more"})
    void a_label_in_letters_that_can_be_printed_is_printed(String label) throws IOException {
        assertThat(text(Samples.kit(label))).contains(label).doesNotContain("stands for signs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"家族", "بيت", "बैंक", "🏠🏠", "👩‍👩‍👧", "\u200b", "𝕳𝖔𝖒𝖊"})
    void signs_that_cannot_be_printed_leave_one_square_and_a_word_about_it(String label) throws IOException {
        assertThat(text(Samples.kit("my " + label + " key")))
                .contains("my □ key", "□ stands for signs that cannot be printed here");
    }

    @Test
    void the_longest_texts_stay_on_the_page() throws IOException {
        var kit = Samples.kit(
                "W".repeat(64),
                Map.of("latchkey.mail.contact", "W".repeat(80), "latchkey.recovery-code.on-use", "rotate"));
        var strayed = new ArrayList<String>();
        try (var document = read(kit)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    var last = letters.getLast();
                    if (letters.getFirst().getX() < EDGE
                            || last.getEndX() > PDRectangle.A4.getWidth() - EDGE
                            || last.getY() > PDRectangle.A4.getHeight() - EDGE) {
                        strayed.add(text);
                    }
                }
            }.getText(document);
        }
        assertThat(strayed).isEmpty();
        assertThat(text(kit)).contains("It is good for one recovery.");
    }
}
