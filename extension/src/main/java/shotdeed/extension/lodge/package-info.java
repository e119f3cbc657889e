/**
 * From a prepared complaint to a submitted one: the marketplace's form beside the side panel, what goes into it, the case
 * number; and later, whether the copy is gone.
 */
package shotdeed.extension.lodge;
