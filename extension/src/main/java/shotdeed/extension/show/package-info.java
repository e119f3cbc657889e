/** Has a page show a picture while its screenshot is taken. */
package shotdeed.extension.show;
