package org.tallybook.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.tallybook.gateway.exchange.Interceptor;

@AnalyzeClasses(packages = "org.tallybook.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("org.tallybook.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("..gateway.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..session..", "..csrf..", "..cors..", "..limit..", "..proxy..", "..route..");

    @ArchTest
    static final ArchRule NO_DATABASE_AND_NO_BROKER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "com.rabbitmq..", "java.sql..");

    @ArchTest
    static final ArchRule INTERCEPTORS_KEEP_NO_STATE_OF_A_REQUEST =
            classes().that().implement(Interceptor.class).should().haveOnlyFinalFields();

    @ArchTest
    static final ArchRule TELLING_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
