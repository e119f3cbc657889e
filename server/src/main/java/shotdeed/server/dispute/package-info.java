/**
 * Two sellers claim one picture (权属争议): how it is noticed, what each side sees, and how a neutral reviewer decides. Neither
 * side learns whose the other certificate is, what it shows, or its number; a seller's own certificate is all that any of
 * this is shown by.
 */
package shotdeed.server.dispute;
