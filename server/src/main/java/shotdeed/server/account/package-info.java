/** Who asks: sellers, their people, sessions of browsers on the console, tokens of paired devices. */
package shotdeed.server.account;
