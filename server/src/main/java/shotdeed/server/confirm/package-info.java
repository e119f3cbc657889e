/** Confirmation by geometry: whether a picture is a copy of a photograph, another shot of the same, or neither. */
package shotdeed.server.confirm;
