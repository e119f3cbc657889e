/** A complaint's evidence as a PDF that a marketplace's reviewer or a judge reads without any program of ours. */
package shotdeed.server.complain.paper;
