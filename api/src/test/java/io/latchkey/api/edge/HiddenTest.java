package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A record that holds one of these would print it, unless it says what to print. */
class HiddenTest {

    private static final Set<String> SECRET = Set.of(
            "password",
            "secretKey",
            "deviceToken",
            "refreshToken",
            "accessToken",
            "handle",
            "code",
            "codes",
            "backupCodes",
            "token",
            "secret",
            "otpauthUri",
            "qrPng",
            "qrSvg",
            "email",
            "name");

    @Test
    void no_request_or_answer_prints_what_it_holds() {
        var records = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "io.latchkey.api.account",
                                "io.latchkey.api.contact",
                                "io.latchkey.api.loss",
                                "io.latchkey.api.group",
                                "io.latchkey.api.signin",
                                "io.latchkey.api.recovery",
                                "io.latchkey.api.staff",
                                "io.latchkey.api.token")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field -> SECRET.contains(field.getName())
                                        && (field.getRawType().isEquivalentTo(String.class)
                                                || field.getRawType().isEquivalentTo(java.util.List.class))))
                        .toList();

        assertThat(records)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        type -> assertThat(isSilent(type)).as(type.getName()).isTrue());
    }

    /** A generated toString reads the fields; ours returns a constant. */
    private static boolean isSilent(JavaClass type) {
        return type.getMethod("toString").getAccessesFromSelf().isEmpty();
    }
}
