/** Who comes in and who leaves: invitations, sign-up, a seller's team, forgotten passwords, and the admin's sellers. */
package shotdeed.server.people;
