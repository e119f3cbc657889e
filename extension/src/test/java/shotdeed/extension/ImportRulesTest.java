package shotdeed.extension;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The extension's packages depend on each other in one direction, and one of them alone knows the browser. */
@AnalyzeClasses(packages = "shotdeed", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  @ArchTest
  static final ArchRule only_the_browser_package_touches_javascript =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.extension..")
          .and()
          .resideOutsideOfPackage("shotdeed.extension.browser..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.teavm..");

  @ArchTest
  static final ArchRule the_extension_does_not_know_the_server =
      noClasses()
          .that()
          .resideInAPackage("shotdeed.extension..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("shotdeed.server..");

  @ArchTest
  static final ArchRule the_seam_knows_nothing_of_what_is_built_on_it =
      classes()
          .that()
          .resideInAPackage("shotdeed.extension.browser..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("shotdeed.extension.browser..", "org.teavm.jso..", "java..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("shotdeed.extension.(*)..").should().beFreeOfCycles();
}
