package org.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/// Who may import whom (docs/architecture.md), for the whole house.
class HouseTest {

    private static final String WITHIN_INDEX = "org.plumbline.index.lucene.WithinIndex";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.plumbline");

    @Test
    void seesEveryModule() {
        for (String module : new String[] {"citations", "ingest", "index", "research", "airflow", "schedule"}) {
            org.assertj.core.api.Assertions.assertThat(HOUSE.stream()
                            .anyMatch(type -> type.getPackageName().startsWith("org.plumbline." + module)))
                    .as("classes of %s are on the class path", module)
                    .isTrue();
        }
    }

    @Test
    void citationsImportsNoOtherStage() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.citations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.ingest..",
                        "org.plumbline.index..",
                        "org.plumbline.research..",
                        "org.plumbline.airflow..",
                        "org.plumbline.schedule..",
                        "org.apache.spark..",
                        "org.apache.lucene..",
                        "okhttp3..",
                        "java.net.http.."));
    }

    @Test
    void ingestImportsCitationsOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.index..",
                        "org.plumbline.research..",
                        "org.plumbline.airflow..",
                        "org.plumbline.schedule.."));
    }

    @Test
    void indexImportsCitationsOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.ingest..",
                        "org.plumbline.research..",
                        "org.plumbline.airflow..",
                        "org.plumbline.schedule.."));
    }

    @Test
    void researchImportsReadersOnlyOfIngest() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.research..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "in ingest outside of its readers",
                        type -> type.getPackageName().startsWith("org.plumbline.ingest")
                                && !type.getPackageName().matches("org\\.plumbline\\.ingest\\.(jats|text)(\\..*)?"))));
    }

    @Test
    void airflowImportsNothingOfTheRest() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.airflow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.citations..",
                        "org.plumbline.ingest..",
                        "org.plumbline.index..",
                        "org.plumbline.research..",
                        "org.plumbline.schedule..",
                        "picocli.."));
    }

    @Test
    void scheduleImportsCitationsAndTheClientOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.ingest..", "org.plumbline.index..", "org.plumbline.research..", "okhttp3.."));
    }

    @Test
    void theLocalAirflowIsNobodysButTheCommands() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.plumbline.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.plumbline.schedule.local.."));
    }

    @Test
    void sparkAppearsOnlyInPackagesNamedSpark() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.delta.tables.."));
    }

    @Test
    void theNetIsReachedThroughOneDoorOfIngest() {
        check(noClasses()
                .that()
                .resideInAPackage("org.plumbline.ingest..")
                .and()
                .resideOutsideOfPackage("org.plumbline.ingest.fetch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..", "org.h2.."));
    }

    @Test
    void luceneAppearsOnlyInIndex() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.plumbline.index..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene.."));
    }

    @Test
    void luceneIsInNoPublicSignatureOfIndex() {
        check(classes()
                .that()
                .resideInAPackage("org.plumbline.index..")
                .and()
                .resideOutsideOfPackage("org.plumbline.index.lucene..")
                .and()
                .areNotAnnotatedWith(WITHIN_INDEX)
                .should(haveNoLuceneInPublicSignatures()));
    }

    /// The package whose classes hand out Lucene's is the index's own, as are the single ones that say so.
    @Test
    void indexKeepsItsLuceneToItself() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.plumbline.index..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(WITHIN_INDEX));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.plumbline.index..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plumbline.index.lucene.."));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.plumbline.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static ArchCondition<JavaClass> haveNoLuceneInPublicSignatures() {
        return new ArchCondition<>("have no Lucene type in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)) {
                    return;
                }
                type.getCodeUnits().stream()
                        .filter(unit ->
                                unit.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                        .filter(unit -> isLucene(unit.getRawReturnType())
                                || unit.getRawParameterTypes().stream().anyMatch(HouseTest::isLucene))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
            }
        };
    }

    private static boolean isLucene(JavaClass type) {
        return type.getPackageName().startsWith("org.apache.lucene");
    }
}
