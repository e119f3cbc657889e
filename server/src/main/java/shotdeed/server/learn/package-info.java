/** The lesson and the exam that a person passes before certifying. */
package shotdeed.server.learn;
