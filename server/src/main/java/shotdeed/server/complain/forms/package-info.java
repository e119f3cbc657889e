/** A complaint's evidence as the files that each marketplace's form takes: their types, sizes and counts are data. */
package shotdeed.server.complain.forms;
