package id.jembatan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The wall between the rooms, as ARCHITECTURE.md draws it. */
class RoomsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.jembatan");

    private static final List<String> EVERYBODY = List.of("java..", "org.jspecify..", "id.jembatan.domain");

    /** What each room may use beside {@code java.*}, {@code domain} and itself. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("domain", List.of()),
            Map.entry("disk", List.of()),
            Map.entry("agreement", List.of("com.fasterxml.jackson..")),
            Map.entry("answer", List.of("com.fasterxml.jackson..")),
            Map.entry("intake", List.of("id.jembatan.disk")),
            Map.entry(
                    "read",
                    List.of(
                            "com.fasterxml.aalto..",
                            "javax.xml.stream..",
                            "com.fasterxml.jackson..",
                            "org.apache.poi.hssf.record..",
                            "org.apache.poi.poifs.filesystem..",
                            "org.apache.poi.ss.usermodel..")),
            Map.entry("normalise", List.of()),
            Map.entry("validate", List.of()),
            Map.entry("settle", List.of()),
            Map.entry("enrol", List.of()),
            Map.entry(
                    "stage",
                    List.of(
                            "id.jembatan.disk",
                            "org.h2..",
                            "org.postgresql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.springframework.dao..",
                            "org.springframework.transaction..",
                            "com.zaxxer.hikari..",
                            "org.flywaydb..",
                            "com.fasterxml.jackson..",
                            "org.slf4j..")),
            Map.entry("page", List.of("io.pebbletemplates..")),
            Map.entry("report", List.of("id.jembatan.page", "com.fasterxml.jackson..")),
            Map.entry("outbound", List.of("id.jembatan.page", "com.fasterxml.jackson..", "org.dhatim.fastexcel..")),
            Map.entry(
                    "demo",
                    List.of(
                            "id.jembatan.disk",
                            "org.dhatim.fastexcel..",
                            "org.apache.poi..",
                            "com.fasterxml.jackson..")),
            Map.entry("template", List.of("id.jembatan.disk", "org.dhatim.fastexcel..")),
            Map.entry("console", List.of("id.jembatan.pipeline", "id.jembatan.page", "org.slf4j..")),
            Map.entry(
                    "cli",
                    List.of(
                            "id.jembatan.console",
                            "id.jembatan.pipeline",
                            "id.jembatan.demo",
                            "id.jembatan.disk",
                            "picocli..",
                            "com.fasterxml.jackson..",
                            "org.slf4j..")),
            Map.entry(
                    "pipeline",
                    List.of(
                            "id.jembatan..",
                            "org.apache.camel..",
                            "org.apache.commons.csv..",
                            "org.quartz..",
                            "io.micrometer..",
                            "io.vertx.core..",
                            "io.vertx.ext.web..",
                            "jakarta.activation..",
                            "org.springframework.security.crypto..",
                            "com.fasterxml.jackson..",
                            "javax.sql..",
                            "org.slf4j.."))));

    @TestFactory
    Stream<DynamicTest> eachRoomUsesOnlyWhatItIsGranted() {
        return MAY_USE.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    String[] granted = Stream.of(EVERYBODY, List.of("id.jembatan." + room.getKey()), room.getValue())
                            .flatMap(List::stream)
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage("id.jembatan." + room.getKey())
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(granted).or(describe("are primitive", type -> base(type)
                                            .isPrimitive())))
                            .check(HOUSE);
                }));
    }

    private static JavaClass base(JavaClass type) {
        return type.getBaseComponentType();
    }

    @Test
    void everyRoomIsOnThePlan() {
        Set<String> rooms = new TreeSet<>();
        HOUSE.forEach(type -> rooms.add(type.getPackageName().substring("id.jembatan.".length())));

        assertEquals(MAY_USE.keySet(), rooms);
    }

    @Test
    void onlyThePipelineAndTheCommandLineOpenDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.jembatan.pipeline", "id.jembatan.console", "id.jembatan.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.jembatan.pipeline", "id.jembatan.console", "id.jembatan.cli")
                .check(HOUSE);
    }

    @Test
    void roomsDoNotGoRoundInCircles() {
        slices().matching("id.jembatan.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theDomainTouchesNeitherDiskNorDatabaseNorClock() {
        noClasses()
                .that()
                .resideInAPackage("id.jembatan.domain")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..")
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("java.nio.file..").and(not(named("java.nio.file.Path"))))
                        .or(resideInAPackage("java.io..")
                                .and(not(named(
                                        "java.io.Closeable", "java.io.Serializable", "java.io.UncheckedIOException"))))
                        .or(named("java.time.Clock")))
                .check(HOUSE);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> named(String... names) {
        return describe("are " + List.of(names), type -> Set.of(names).contains(type.getName()));
    }

    @Test
    void timeComesIntoTheRoomsAsAnArgument() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.jembatan.pipeline", "id.jembatan.cli")
                .should()
                .accessTargetWhere(describe("asks what time it is", RoomsTest::asksTheTime))
                .check(HOUSE);
    }

    /** Measuring how long something took ({@code System.nanoTime}) names no moment and is allowed. */
    private static boolean asksTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && name.equals("<init>"));
    }

    @Test
    void namesSayARoleInTheStory() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](\\w*(Manager|Helper|Utils?|Impl|Processor)|Abstract\\w*)")
                .check(HOUSE);
    }
}
