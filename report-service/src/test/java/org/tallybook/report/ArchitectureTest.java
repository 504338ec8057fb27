package org.tallybook.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tallybook.report", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.tallybook.report..domain..");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_AN_API_OF_ANOTHER_LAYER = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..persistence..", "..document..", "..projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tallybook.report..api..");

    @ArchTest
    static final ArchRule THE_PROJECTION_KNOWS_NO_REPORT = noClasses()
            .that()
            .resideInAPackage("..projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..monthly..", "..delivery..", "..preference..");

    @ArchTest
    static final ArchRule BEANS_ARE_GIVEN_WHAT_THEY_NEED = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
