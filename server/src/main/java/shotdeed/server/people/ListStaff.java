package shotdeed.server.people;

import java.util.List;
import shotdeed.server.account.Caller;
import shotdeed.server.platform.Database;

/** The server's own people, for its admins: whoever reviews or administers, of whichever seller. */
public final class ListStaff {
  private final Database database;
  private final Team team;

  public ListStaff(Database database, Team team) {
    this.database = database;
    this.team = team;
  }

  /** Who there is, and who is invited. */
  public record Found(List<Team.Person> people, List<Invitation> invitations) {}

  /** All of them. */
  public Found run(Caller caller) {
    MayManage.requireAdmin(caller);
    int staff = database.read(Staff::seller);
    List<Team.Person> people = new java.util.ArrayList<>();
    for (int seller : database.read(handle ->
        handle.createQuery(
                """
                select distinct a.seller_id from account a join account_role r on r.account_id = a.id
                where r.role in ('reviewer', 'admin')
                  and not exists (select 1 from account_end e where e.account_id = a.id) order by a.seller_id""")
            .mapTo(int.class)
            .list())) {
      team.list(caller, seller).stream().filter(Team.Person::server).forEach(people::add);
    }
    return new Found(people, staff == 0 ? List.of() : database.read(handle -> InvitationStore.openOf(handle, staff)));
  }
}
