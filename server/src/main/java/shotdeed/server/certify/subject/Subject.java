package shotdeed.server.certify.subject;

/**
 * What the owner states that a photograph shows.
 *
 * @param person whether a person is in it
 */
public record Subject(Category category, Person person) {
  /** Nothing was stated. */
  public static final Subject UNSTATED = new Subject(Category.of(Category.UNSTATED), Person.UNKNOWN);

  /**
   * Reads what was sent; what is missing is unstated.
   *
   * @param category id, or {@code null} or empty
   * @param person text, or {@code null} or empty
   * @throws shotdeed.server.platform.Refused if there is no such category
   */
  public static Subject of(String category, String person) {
    return new Subject(
        category == null || category.isEmpty() ? UNSTATED.category() : Category.of(category),
        person == null || person.isEmpty() ? Person.UNKNOWN : Person.of(person));
  }
}
