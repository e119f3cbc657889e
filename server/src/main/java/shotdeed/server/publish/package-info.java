/** The copies to publish: what a seller downloads after the first review, with the certificate's number hidden in it. */
package shotdeed.server.publish;
