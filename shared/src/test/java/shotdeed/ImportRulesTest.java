package shotdeed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportRulesTest {
  private static final Set<String> PACKAGES =
      Set.of(
          "shotdeed.image",
          "shotdeed.fingerprint",
          "shotdeed.digest",
          "shotdeed.feature",
          "shotdeed.ledger",
          "shotdeed.mark",
          "shotdeed.match",
          "shotdeed.penalty",
          "shotdeed.model",
          "shotdeed.picture",
          "shotdeed.wire");

  private final JavaClasses shared =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("shotdeed");

  @Test
  void shared_code_depends_on_the_language_collections_and_itself_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.util",
            "java.util.function",
            "shotdeed..")
        .because("the browser's compiler has little of the rest")
        .check(shared);
  }

  @Test
  void shared_code_lives_in_the_packages_of_the_design() {
    Set<String> found =
        shared.stream()
            .map(JavaClass::getPackageName)
            .map(ImportRulesTest::firstTwoNames)
            .collect(Collectors.toSet());
    assertThat(found).contains("shotdeed.penalty", "shotdeed.wire").isSubsetOf(PACKAGES);
  }

  private static String firstTwoNames(String name) {
    int second = name.indexOf('.', name.indexOf('.') + 1);
    return second < 0 ? name : name.substring(0, second);
  }
}
