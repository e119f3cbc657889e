/** The offline page that checks a bundle, compiled to JavaScript: the only package of the server that touches a browser. */
package shotdeed.server.verify.page;
