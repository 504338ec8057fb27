package org.tallybook.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tallybook.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitWebArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoDatabaseAndNoBroker = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.vertx.sqlclient..", "com.rabbitmq..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.tallybook.kit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            classes().should().haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)");
}
