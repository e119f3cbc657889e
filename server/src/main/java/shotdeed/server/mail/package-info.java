/** Mail that the server sends, if it was told how. */
package shotdeed.server.mail;
