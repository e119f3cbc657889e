/**
 * The picture servers of the marketplaces: which addresses are one picture in several sizes, and where its largest file may be
 * had. Rules are data, read in public code and in addresses that were seen; no server promises them, so every candidate is
 * tried and the page's own address is always the last.
 */
package shotdeed.picture;
