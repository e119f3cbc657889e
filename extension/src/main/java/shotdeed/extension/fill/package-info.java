/** Fills in the marketplace's form that stands on a page: which field is which, what may be put in, what a person must do. */
package shotdeed.extension.fill;
