package shotdeed.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house, held by a machine. */
@AnalyzeClasses(packages = "shotdeed", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SHARED_KNOWS_NEITHER_SIDE =
      noClasses()
          .that()
          .resideOutsideOfPackages("shotdeed.server..", "shotdeed.extension..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("shotdeed.server..", "shotdeed.extension..");

  @ArchTest
  static final ArchRule THE_SERVER_DOES_NOT_KNOW_THE_EXTENSION =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("shotdeed.extension..");

  /** But for the program itself, which puts everything together. */
  @ArchTest
  static final ArchRule NOBODY_IMPORTS_THE_CONSOLE =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server.(*)..")
          .and()
          .resideOutsideOfPackage("shotdeed.server.console..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("shotdeed.server.console..");

  /** But for the program itself, which lists it among its commands. */
  @ArchTest
  static final ArchRule NOBODY_IMPORTS_THE_BENCH =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server.(*)..")
          .and()
          .resideOutsideOfPackage("shotdeed.server.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("shotdeed.server.bench..");

  /** It measures what the program computes, not how it stores or shows it. */
  @ArchTest
  static final ArchRule THE_BENCH_KNOWS_PICTURES_AND_THE_PLATFORM_ONLY =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "shotdeed.server.account..",
              "shotdeed.server.certify..",
              "shotdeed.server.complain..",
              "shotdeed.server.demo..",
              "shotdeed.server.monitor..",
              "shotdeed.server.penalty..");

  /** Decoding goes through readers that are named, so that the encoder changes nothing that is certified. */
  @ArchTest
  static final ArchRule ONLY_THE_BENCH_USES_THE_WEBP_ENCODER =
      noClasses()
          .that()
          .resideOutsideOfPackage("shotdeed.server.bench.alter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.luciad..");

  /** The compiler's own classes are in no jar that runs. */
  @ArchTest
  static final ArchRule ONLY_THE_OFFLINE_PAGE_TOUCHES_A_BROWSER =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server..")
          .and()
          .resideOutsideOfPackage("shotdeed.server.verify.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.teavm..", "shotdeed.server.verify.page..");

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER_IN_CIRCLES =
      slices().matching("shotdeed.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_PLATFORM_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.server.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "shotdeed.server.account..",
              "shotdeed.server.audit..",
              "shotdeed.server.bench..",
              "shotdeed.server.certify..",
              "shotdeed.server.monitor..",
              "shotdeed.server.complain..",
              "shotdeed.server.dispute..",
              "shotdeed.server.penalty..",
              "shotdeed.server.picture..");

  /** Use cases serve pages and programs alike, so only routes speak HTTP. */
  @ArchTest
  static final ArchRule ONLY_ROUTES_SPEAK_HTTP =
      noClasses()
          .that()
          .resideInAnyPackage(
              "shotdeed.server.account..",
              "shotdeed.server.audit..",
              "shotdeed.server.certify..",
              "shotdeed.server.monitor..",
              "shotdeed.server.complain..",
              "shotdeed.server.dispute..",
              "shotdeed.server.penalty..")
          .and()
          .haveSimpleNameNotEndingWith("Routes")
          .and()
          .doNotHaveSimpleName("Bearer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "jakarta.servlet..");
}
