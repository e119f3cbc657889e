/** What a photograph shows, as its owner states: a category of goods, and whether a person is in it. */
package shotdeed.server.certify.subject;
