package shotdeed.server.mail;

/** A mail to one person, as plain text. */
public record Letter(String to, String subject, String text) {}
