/** The proof folder behind a certificate, and what each marketplace asks for before a complaint can stand. */
package shotdeed.server.proof;
