package shotdeed.server.complain.fields;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Fields;
import shotdeed.server.platform.Times;

/**
 * What a seller states of themselves in complaints; each may be empty.
 *
 * @param holder who owns the copyright, as in their ID or licence
 * @param capacity {@code owner} or {@code agent}
 * @param contact name of the person who signs
 * @param position of that person, such as Manager
 * @param company if it is another than the holder
 * @param idNumber of the holder's ID or business licence
 * @param copyright {@code unregistered} or {@code registered}
 * @param registration its number, if it is registered
 */
public record Complainant(
    String holder,
    String capacity,
    String contact,
    String position,
    String company,
    String address,
    String phone,
    String email,
    String idNumber,
    String copyright,
    String registration,
    String brand) {
  /** Characters of the address. */
  public static final int MAX_ADDRESS = 300;

  /** Characters of each other. */
  public static final int MAX = 150;

  /** Nothing is stated. */
  public static final Complainant NONE = new Complainant("", "", "", "", "", "", "", "", "", "", "", "");

  /**
   * As stated by a form.
   *
   * @throws shotdeed.server.platform.Refused naming the field, such as {@code complainant.email}
   */
  Complainant checked() {
    choice("capacity", capacity, List.of("", "owner", "agent"));
    choice("copyright", copyright, List.of("", "unregistered", "registered"));
    String mail = line("email", email, MAX);
    if (!mail.isEmpty() && !mail.matches("[^\\s@<>,;:\"()]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
      throw Fields.invalid("complainant.email", "an e-mail address");
    }
    return new Complainant(
        line("holder", holder, MAX),
        capacity,
        line("contact", contact, MAX),
        line("position", position, MAX),
        line("company", company, MAX),
        line("address", address, MAX_ADDRESS),
        line("phone", phone, MAX),
        mail,
        line("idNumber", idNumber, MAX),
        copyright,
        line("registration", registration, MAX),
        line("brand", brand, MAX));
  }

  private static void choice(String field, String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw Fields.invalid("complainant." + field, "one of the choices");
    }
  }

  private static String line(String field, String value, int max) {
    return value.isBlank() ? "" : Fields.whole("complainant." + field, value, max);
  }

  /** That of a seller. */
  static Complainant of(Handle handle, int seller) {
    return handle.createQuery("select * from complainant where seller_id = :seller")
        .bind("seller", seller)
        .map((rs, ctx) ->
            new Complainant(
                rs.getString("holder"),
                rs.getString("capacity"),
                rs.getString("contact"),
                rs.getString("position"),
                rs.getString("company"),
                rs.getString("address"),
                rs.getString("phone"),
                rs.getString("email"),
                rs.getString("id_number"),
                rs.getString("copyright"),
                rs.getString("registration"),
                rs.getString("brand")))
        .findOne()
        .orElse(NONE);
  }

  void save(Handle handle, Caller caller, Instant now) {
    handle.createUpdate(
            """
            insert into complainant (seller_id, holder, capacity, contact, position, company, address, phone, email,
              id_number, copyright, registration, brand, account_id, changed_at)
            values (:seller, :holder, :capacity, :contact, :position, :company, :address, :phone, :email,
              :idNumber, :copyright, :registration, :brand, :account, :now)
            on conflict (seller_id) do update set holder = excluded.holder, capacity = excluded.capacity,
              contact = excluded.contact, position = excluded.position, company = excluded.company,
              address = excluded.address, phone = excluded.phone, email = excluded.email,
              id_number = excluded.id_number, copyright = excluded.copyright, registration = excluded.registration,
              brand = excluded.brand, account_id = excluded.account_id, changed_at = excluded.changed_at""")
        .bind("seller", caller.seller())
        .bind("holder", holder)
        .bind("capacity", capacity)
        .bind("contact", contact)
        .bind("position", position)
        .bind("company", company)
        .bind("address", address)
        .bind("phone", phone)
        .bind("email", email)
        .bind("idNumber", idNumber)
        .bind("copyright", copyright)
        .bind("registration", registration)
        .bind("brand", brand)
        .bind("account", caller.account())
        .bind("now", Times.text(now))
        .execute();
  }

  /** Which of them are not stated the same in another, by the names of the fields. */
  List<String> unlike(Complainant other) {
    List<String> changed = new ArrayList<>();
    add(changed, "holder", holder, other.holder);
    add(changed, "capacity", capacity, other.capacity);
    add(changed, "contact", contact, other.contact);
    add(changed, "position", position, other.position);
    add(changed, "company", company, other.company);
    add(changed, "address", address, other.address);
    add(changed, "phone", phone, other.phone);
    add(changed, "email", email, other.email);
    add(changed, "idNumber", idNumber, other.idNumber);
    add(changed, "copyright", copyright, other.copyright);
    add(changed, "registration", registration, other.registration);
    add(changed, "brand", brand, other.brand);
    return changed;
  }

  private static void add(List<String> changed, String name, String value, String other) {
    if (!value.equals(other)) {
      changed.add(name);
    }
  }
}
