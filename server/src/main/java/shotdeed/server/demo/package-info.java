/** The main job to touch: a server with certified photographs, a marketplace with copies of them, a paired browser. */
package shotdeed.server.demo;
