package io.latchkey.api.kit;

import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.value.KitFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a kit as HTTP knows them. */
final class Forms {

    /** The first one is for who does not choose. */
    private static final List<KitFormat> ALL = List.of(KitFormat.JSON, KitFormat.TEXT, KitFormat.PDF);

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private Forms() {}

    static KitFormat accepted(List<MediaType> accepted) {
        var wishes = new ArrayList<>(accepted.isEmpty() ? List.of(MediaType.ALL) : accepted);
        wishes.removeIf(wish -> wish.getQualityValue() == 0);
        MimeTypeUtils.sortBySpecificity(wishes);
        return wishes.stream()
                .flatMap(wish -> ALL.stream().filter(form -> wish.includes(type(form))))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemType.NOT_ACCEPTABLE));
    }

    static MediaType type(KitFormat form) {
        return switch (form) {
            case TEXT -> TEXT;
            case JSON -> MediaType.APPLICATION_JSON;
            case PDF -> MediaType.APPLICATION_PDF;
        };
    }

    /** Says nothing about whose it is. */
    static String fileName(KitFormat form) {
        return switch (form) {
            case TEXT -> "recovery-kit.txt";
            case JSON -> "recovery-kit.json";
            case PDF -> "recovery-kit.pdf";
        };
    }

    static byte[] write(KitFormat form, RecoveryKit kit) {
        return switch (form) {
            case TEXT -> KitText.of(kit);
            case JSON -> JsonMapper.shared().writeValueAsBytes(kit);
            case PDF -> KitPage.of(kit);
        };
    }
}
