/** What a machine can say of an uploaded photograph by looking at it: a class for each thing that is looked for. */
package shotdeed.server.certify.first;
