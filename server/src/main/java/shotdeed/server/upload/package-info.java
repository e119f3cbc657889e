/** Many photographs at once: uploads that survive a broken connection, zip files, and a whole folder on the server. */
package shotdeed.server.upload;
