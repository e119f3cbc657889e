/**
 * PDF documents that run over as many pages as they need: fonts that are embedded, hostile text made plain, tagged parts,
 * bookmarks. What stands on the pages is said by those who use it.
 */
package shotdeed.server.paper;
