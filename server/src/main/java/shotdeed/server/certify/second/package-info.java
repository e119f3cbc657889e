/** The second review: who waits how long for it, what a reviewer sees, decides and takes back. */
package shotdeed.server.certify.second;
