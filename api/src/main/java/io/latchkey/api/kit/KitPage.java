package io.latchkey.api.kit;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The kit as one page to print. */
final class KitPage {

    private static final float LEFT = 56;
    private static final float RIGHT = Sheet.WIDTH - LEFT;
    private static final float BREADTH = RIGHT - LEFT;
    private static final float CARD = 252;
    private static final float CARD_HEIGHT = 172;
    private static final float PICTURE = 124;
    private static final float CHIP = 64;
    private static final int IN_A_ROW = 4;
    private static final float TEXT = 10.5f;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final RecoveryKit kit;
    private final Typeface face;
    private final Sheet sheet;

    private KitPage(RecoveryKit kit, Typeface face, Sheet sheet) {
        this.kit = kit;
        this.face = face;
        this.sheet = sheet;
    }

    static byte[] of(RecoveryKit kit) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            describe(document, kit);
            var face = Typeface.in(document);
            try (var sheet = new Sheet(document, face)) {
                new KitPage(kit, face, sheet).draw();
            }
            document.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same kit is the same file, and nothing in its properties tells whose it is. */
    private static void describe(PDDocument document, RecoveryKit kit) {
        var day = kit.madeOn().atStartOfDay(ZoneOffset.UTC);
        document.setDocumentId(day.toEpochSecond());
        document.getDocumentCatalog().setLanguage("en");
        document.getDocumentInformation().setTitle("Recovery kit");
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(day));
    }

    private void draw() throws IOException {
        head();
        facts();
        card();
        var next = section("How to use it", CARD + CARD_HEIGHT + 42);
        for (int step = 0; step < kit.use().size(); step++) {
            sheet.strong(Integer.toString(step + 1), LEFT, next, TEXT, Ink.ACCENT);
            next = item(kit.use().get(step), next);
        }
        next = section("How to keep it", next + 24);
        for (var advice : kit.keep()) {
            sheet.box(LEFT + 1, next - 6, 4.5f, 4.5f, 1, Ink.ACCENT, Ink.ACCENT);
            next = item(advice, next);
        }
        foot();
    }

    private void head() throws IOException {
        sheet.strong(kit.issuer(), LEFT, 56, 11, Ink.ACCENT);
        sheet.rightAligned(kit.address(), RIGHT, 56, 9.5f, Ink.GREY);
        sheet.line(LEFT, 68, BREADTH, 1.2f, Ink.ACCENT);
        sheet.strong("Recovery kit", LEFT, 112, 29, Ink.DARK);
        var purpose = "The way back into your account when phone, password or secret key is gone.";
        sheet.write(purpose, LEFT, 134, 11.5f, Ink.GREY);
    }

    private void facts() throws IOException {
        fact("Account", kit.account() == null ? "" : kit.account(), LEFT, 168, 176);
        fact("Fingerprint", kit.fingerprint(), LEFT + 192, 168, 136);
        fact("Made on", DAY.format(kit.madeOn()), LEFT + 344, 168, BREADTH - 344);
        fact("Label", kit.label() == null ? "none" : kit.label(), LEFT, 208, BREADTH);
        if (kit.label() != null && !face.printable(kit.label()).equals(kit.label())) {
            var hint = Typeface.SQUARE
                    + " stands for signs that cannot be printed here; the fingerprint tells kits apart.";
            sheet.write(hint, LEFT, 237, 7.5f, Ink.GREY);
        }
    }

    private void fact(String name, String value, float x, float y, float width) throws IOException {
        sheet.write(name, x, y, 8.5f, Ink.GREY);
        sheet.fitted(value, x, y + 16, 13, width, Ink.DARK);
    }

    private void card() throws IOException {
        sheet.box(LEFT, CARD, BREADTH, CARD_HEIGHT, 8, Ink.PALE, Ink.LINE);
        sheet.write("Recovery code", LEFT + 18, CARD + 28, 8.5f, Ink.GREY);
        var groups = List.of(kit.recoveryCode().split("-", -1));
        groups(groups.subList(0, IN_A_ROW), CARD + 40);
        groups(groups.subList(IN_A_ROW, groups.size()), CARD + 83);
        sheet.write("No letter in it is an O, I or L: it is the digit 0 or 1.", LEFT + 18, CARD + 146, 8.5f, Ink.GREY);
        var x = RIGHT - PICTURE - 24;
        sheet.box(x - 8, CARD + 16, PICTURE + 16, PICTURE + 16, 5, Ink.WHITE, Ink.LINE);
        sheet.picture(QrCode.encodeText(kit.recoveryCode(), Ecc.QUARTILE), x, CARD + 24, PICTURE);
    }

    private void groups(List<String> row, float y) throws IOException {
        var x = LEFT + 18;
        for (var group : row) {
            sheet.box(x, y, CHIP, 35, 5, Ink.WHITE, Ink.LINE);
            sheet.centred(group, x, y + 24, 18, CHIP, Ink.DARK);
            x += CHIP + 7;
        }
    }

    private float section(String title, float y) throws IOException {
        sheet.strong(title, LEFT, y, 14, Ink.DARK);
        return y + 22;
    }

    private float item(String text, float y) throws IOException {
        return sheet.paragraph(text, LEFT + 18, y, TEXT, BREADTH - 18, Ink.DARK) + 4;
    }

    private void foot() throws IOException {
        sheet.line(LEFT, 784, BREADTH, 0.75f, Ink.LINE);
        sheet.fitted("Questions: " + kit.contact(), LEFT, 800, 9, BREADTH - 180, Ink.GREY);
        sheet.rightAligned("Shown once; the service keeps no copy.", RIGHT, 800, 9, Ink.GREY);
    }
}
