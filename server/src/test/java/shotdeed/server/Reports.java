package shotdeed.server;

/** Sighting reports and complaint requests as a browser sends them. */
public final class Reports {
  private Reports() {}

  /** A report about the main picture of a listing of a shop. */
  public static String report(String key, String listing, String shop) {
    return report(key, "2026-11-21T07:59:30.000Z", "taobao", listing, shop, "Wool coat");
  }

  public static String report(String key, String seenAt, String market, String listing, String shop, String title) {
    return """
        {"clientKey":"%s","seenAt":"%s","certificate":1,
         "listing":{"market":"%s","site":"item.taobao.com","pageUrl":"https://item.taobao.com/item.htm?id=%s",
           "listingId":"%s","title":"%s","shopId":"%s","shopName":"Shop %s"},
         "picture":{"url":"https://img.alicdn.com/a.jpg_400x400.jpg","fetchedUrl":"https://img.alicdn.com/a.jpg",
           "role":"main","position":1},
         "client":{"extension":"0.1.0","browser":"Chromium","language":"zh-CN"}}"""
        .formatted(key, seenAt, market, listing, listing, title, shop, shop);
  }

  /** Reports a picture. */
  public static Client.Reply send(Client client, String report, byte[] picture) {
    return client.postParts(
        "/api/v1/sightings", new Client.Parts().field("report", report).file("picture", "a.jpg", picture));
  }

  /** A report about the second of the slices of a strip. */
  public static String strip(String key, String listing, int slices) {
    StringBuilder list = new StringBuilder();
    for (int i = 1; i <= slices; i++) {
      list.append(i == 1 ? "" : ",").append(slice(i));
    }
    String report = report(key, listing, "7");
    return report.substring(0, report.indexOf("\"picture\":"))
        + "\"picture\":" + slice(2) + ",\"slices\":[" + list + "]"
        + report.substring(report.indexOf(",\n \"client\":"));
  }

  /** A detail picture as a report names it. */
  public static String slice(int position) {
    String url = "https://img.alicdn.com/d" + position + ".jpg";
    return "{\"url\":\"" + url + "\",\"fetchedUrl\":\"" + url + "\",\"role\":\"detail\",\"position\":" + position + "}";
  }

  /** Reports a strip. */
  public static Client.Reply send(Client client, String report, java.util.List<byte[]> slices) {
    Client.Parts parts = new Client.Parts().field("report", report);
    slices.forEach(slice -> parts.file("picture", "d.jpg", slice));
    return client.postParts("/api/v1/sightings", parts);
  }

  /** Reports a picture that is a copy; returns the sighting's number. */
  public static int sighting(Client client, String key, String listing, String shop, byte[] picture) {
    int id = Checks.ok(send(client, report(key, listing, shop), picture)).json().get("sighting").asInt();
    org.assertj.core.api.Assertions.assertThat(id).isPositive();
    return id;
  }

  /** A complaint about sightings, without a screenshot. */
  public static String complaint(String key, String sightings) {
    return """
        {"clientKey":"%s","sightings":[%s],"ownershipStated":true,"preparedAt":"2026-11-21T08:00:05.000Z",
         "noScreenshot":"the browser did not grant it",
         "client":{"extension":"0.1.0","browser":"Chromium","language":"zh-CN"}}"""
        .formatted(key, sightings);
  }

  /** The same with a reason for a code. */
  public static String because(String key, String sightings, String code, String text) {
    return with(complaint(key, sightings), "[{\"code\":\"" + code + "\",\"text\":\"" + text + "\"}]");
  }

  /** A complaint with these reasons, as JSON. */
  public static String with(String complaint, String reasons) {
    return complaint.substring(0, complaint.length() - 1) + ",\"reasons\":" + reasons + "}";
  }

  public static Client.Reply complain(Client client, String complaint) {
    return client.postParts("/api/v1/complaints", new Client.Parts().field("complaint", complaint));
  }
}
