package io.latchkey.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The rules that keep the structure: which way the arrows point, and what nobody does. */
class StructureTest {

    static final ArchRule words_and_facts_know_nobody = classes()
            .that()
            .resideInAnyPackage("io.latchkey.value..", "io.latchkey.event..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.latchkey.value..", "io.latchkey.event..");

    static final ArchRule query_never_looks_at_what_decides = noClasses()
            .that()
            .resideInAPackage("io.latchkey.query..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.latchkey.command.account..")
                    .or(resideInAPackage("io.latchkey.command.recovery.."))
                    .or(resideInAPackage("io.latchkey.command.group.."))
                    .or(resideInAPackage("io.latchkey.api..")));

    static final ArchRule command_knows_no_other_side = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.latchkey.command..", "io.latchkey.secret..", "io.latchkey.totp..", "io.latchkey.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.latchkey.query..", "io.latchkey.api..", "org.springframework.web..", "reactor..");

    static final ArchRule no_package_cycles =
            slices().matching("io.latchkey.(**)").should().beFreeOfCycles();

    static final ArchRule aggregates_are_nobody_elses =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    static final ArchRule controllers_are_nobody_elses =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    static final ArchRule facts_are_records = classes()
            .that()
            .implement(io.latchkey.event.LatchkeyEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    static final ArchRule commands_are_decided =
            methods().that().areAnnotatedWith(CommandHandler.class).should().haveName("decide");

    static final ArchRule state_evolves = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .haveName("evolve");

    static final ArchRule questions_are_answered =
            methods().that().areAnnotatedWith(QueryHandler.class).should().haveName("answer");

    static final ArchRule one_way_to_the_handlers = noClasses()
            .that()
            .resideInAPackage("io.latchkey.api..")
            .and()
            .doNotHaveFullyQualifiedName(Messages.class.getName())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(CommandGateway.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(QueryGateway.class);

    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule time_comes_from_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static final ArchRule nothing_blocks_a_publisher = noClasses().should().callMethod(Mono.class, "block");

    static final ArchRule chance_is_secure =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    static final ArchRule fields_are_not_public = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.latchkey.event..")
            .should()
            .notBePublic();

    @TestFactory
    Stream<DynamicTest> rules() {
        var sources = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.latchkey");
        return Arrays.stream(StructureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(),
                        () -> ((ArchRule) field.get(null))
                                .allowEmptyShould(false)
                                .check(sources)));
    }

    @Test
    void every_package_says_what_is_null() throws Exception {
        try (var folders = Files.walk(Path.of(".."))) {
            var packages = folders.filter(Files::isDirectory)
                    .filter(folder -> folder.toString().contains("src/main/java/io/latchkey"))
                    .filter(StructureTest::holdsSources)
                    .toList();
            assertThat(packages).allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
        }
        assertThat(Class.forName("io.latchkey.event.package-info").isAnnotationPresent(NullMarked.class))
                .isTrue();
    }

    private static boolean holdsSources(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (java.io.IOException failed) {
            return false;
        }
    }
}
