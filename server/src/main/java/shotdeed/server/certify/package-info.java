/** From an uploaded photograph to a certificate: first review by machine, second review by a person. */
package shotdeed.server.certify;
