/**
 * A complaint's evidence as one file that anybody can check offline: sealed parts, proofs, a PDF to read and a page that
 * checks it all, under a signed table of contents.
 */
package shotdeed.server.complain.bundle;
