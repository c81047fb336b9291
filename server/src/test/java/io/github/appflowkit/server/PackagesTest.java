package io.github.appflowkit.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final String ROOT = PackagesTest.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void only_http_knows_the_web_its_formats_and_the_generated_types() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "org.glassfish..",
                        "com.fasterxml..",
                        "org.hibernate..",
                        "io.github.appflowkit.contract..")
                .check(CLASSES);
    }

    @Test
    void the_domain_knows_nothing_but_java_and_itself() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".account..",
                        ROOT + ".control..",
                        ROOT + ".flow..",
                        ROOT + ".profile..",
                        ROOT + ".problem..",
                        ROOT + ".secret..",
                        ROOT + ".signature..",
                        ROOT + ".store")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "javax.crypto..",
                        ROOT + ".account..",
                        ROOT + ".control..",
                        ROOT + ".flow..",
                        ROOT + ".profile..",
                        ROOT + ".problem..",
                        ROOT + ".secret..",
                        ROOT + ".signature..",
                        ROOT + ".store")
                .check(CLASSES);
    }

    @Test
    void only_the_store_in_a_database_knows_databases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb..", "org.h2..")
                .check(CLASSES);
    }

    @Test
    void no_package_depends_on_one_that_depends_on_it() {
        slices().matching("io.github.appflowkit.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_process_writes_to_its_streams_or_ends() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }
}
