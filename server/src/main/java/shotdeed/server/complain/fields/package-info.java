/** What goes into the fields of the marketplaces' forms, who lodged what where, and a copy of what was sent. */
package shotdeed.server.complain.fields;
