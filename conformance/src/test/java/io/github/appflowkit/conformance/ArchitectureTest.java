package io.github.appflowkit.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.appflowkit.conformance";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void the_suite_sees_neither_the_server_nor_generated_types() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.appflowkit.server..", "io.github.appflowkit.contract..")
                .check(CLASSES);
    }

    @Test
    void the_packages_depend_on_each_other_in_one_direction() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_proving_endpoints_know_nothing_of_the_suite() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".proof..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".rule..", ROOT + ".target..", ROOT + ".setup..", ROOT + ".steps..", ROOT + ".verdict..")
                .check(CLASSES);
    }

    @Test
    void the_sdk_calls_only_where_requests_are_signed_and_where_resources_are_made() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".target..", ROOT + ".setup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon.awssdk.services..",
                        "software.amazon.awssdk.core..",
                        "software.amazon.awssdk.awscore..",
                        "software.amazon.awssdk.http..")
                .check(CLASSES);
    }

    @Test
    void the_process_is_left_to_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }
}
