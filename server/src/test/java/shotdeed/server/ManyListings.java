package shotdeed.server;

import java.util.List;

/** Copies on many listings of a shop, stored as if a browser had reported each. */
public final class ManyListings {
  private static final String LISTING = "printf('%s%06d', :prefix, n.i)";

  private ManyListings() {}

  /**
   * Repeats sightings on further listings of the same shop: {@code 000001} on, behind the prefix. All that belongs to a
   * sighting is repeated with it.
   *
   * @param sightings that were reported; each is repeated in turn
   * @return the numbers of the new sightings
   */
  public static List<Integer> repeat(TestServer server, List<Integer> sightings, String prefix, int listings) {
    return server.server().features().database().write(handle -> {
      List<String> columns = handle.createQuery("select name from pragma_table_info('sighting') where name <> 'id'")
          .mapTo(String.class)
          .list();
      int before = handle.createQuery("select max(id) from sighting").mapTo(int.class).one();
      for (int i = 0; i < sightings.size(); i++) {
        String values = String.join(", ", columns.stream().map(ManyListings::value).toList());
        handle.createUpdate(
                "insert into sighting (" + String.join(", ", columns) + ") with recursive n (i) as (select :first union all"
                    + " select i + :step from n where i + :step <= :last) select " + values
                    + " from n, sighting s where s.id = :sighting order by n.i")
            .bind("first", i + 1)
            .bind("step", sightings.size())
            .bind("last", Math.max(listings, i + 1))
            .bind("prefix", prefix)
            .bind("sighting", sightings.get(i))
            .execute();
        int from = handle.createQuery("select max(id) from sighting").mapTo(int.class).one();
        for (String table : List.of("sighting_geometry", "second_opinion", "sighting_mark", "sighting_slice")) {
          repeat(handle, table, sightings.get(i), before);
        }
        before = from;
      }
      int first = handle.createQuery("select min(id) from sighting where finding_id is null").mapTo(int.class).one();
      handle.execute(
          """
          insert into finding (seller_id, certificate_id, market, site, listing_id, shop_key, shop_group, shop_id, form,
            original_left, original_top, original_right, original_bottom, state, revision, first_sighting_id,
            last_sighting_id, sightings)
          select s.seller_id, s.certificate_id, s.market, s.site, s.listing_id,
            'number ' || (case when s.market in ('taobao', 'tmall') then 'alibaba' else s.site end) || ' ' || s.shop_id,
            case when s.market in ('taobao', 'tmall') then 'alibaba' else s.site end, s.shop_id, s.form, s.original_left,
            s.original_top, s.original_right, s.original_bottom, 'new', 1, s.id, s.id, 1
          from sighting s where s.finding_id is null order by s.id""");
      handle.execute(
          "update sighting set finding_id = (select f.id from finding f where f.first_sighting_id = sighting.id)"
              + " where finding_id is null");
      return handle.createQuery("select id from sighting where id >= :first order by id")
          .bind("first", first)
          .mapTo(Integer.class)
          .list();
    });
  }

  private static void repeat(org.jdbi.v3.core.Handle handle, String table, int sighting, int before) {
    List<String> columns = handle.createQuery("select name from pragma_table_info('" + table + "') where name <> 'sighting_id'")
        .mapTo(String.class)
        .list();
    String names = String.join(", ", columns);
    handle.execute("insert into " + table + " (sighting_id, " + names + ") select s.id, "
        + String.join(", ", columns.stream().map(name -> "t." + name).toList()) + " from " + table
        + " t, sighting s where t.sighting_id = " + sighting + " and s.id > " + before);
  }

  private static String value(String column) {
    return switch (column) {
      case "finding_id" -> "null";
      case "state" -> "'new'";
      case "listing_id" -> LISTING;
      case "page_url" -> "replace(s.page_url, s.listing_id, " + LISTING + ")";
      case "title" -> "s.title || ' ' || n.i";
      default -> "s." + column;
    };
  }
}
