/**
 * The invisible mark of the copy to publish: a 32-bit number, written into a picture's brightness and read from what
 * shops make of it.
 *
 * <p><b>What it is.</b> A sum of 862 plane waves, spread over the whole picture (spread spectrum: Cox, Kilian, Leighton
 * and Shamoon, "Secure spread spectrum watermarking for multimedia", 1997), which repeats in tiles a quarter of the
 * picture wide (Kutter, "Watermarking resisting to translation, rotation and scaling", 1998), so that its waves have 20
 * to 96 periods across the picture whatever its size. Every fifth wave is known beforehand and tells the scale and the
 * place of the tiles ({@link shotdeed.mark.Carriers}); each of the others carries two of the 256 bits of an
 * error-correcting word ({@link shotdeed.mark.MarkCode}).
 *
 * <p><b>Unseen.</b> {@code bench mark --pairs} writes a page to look at. Its strength follows the calmest texture
 * around each pixel ({@link shotdeed.mark.Texture#calmest}), a simple form of the masking of Watson (1993) and Barni,
 * Bartolini and Piva (2001); pure white and black stay as they are. It is 43.5 dB below the picture, but in pictures
 * full of texture, where it is made as strong as its own reader needs ({@link shotdeed.mark.Marker}).
 *
 * <p><b>Read.</b> Blindly ({@link shotdeed.mark.MarkReader}), between 0.6 and 1.5 times the width of what is shown, or,
 * where a match knows the original, after taking that away ({@link shotdeed.mark.InformedReader}).
 *
 * <p><b>Measured</b> by {@code bench mark --half odd}, on photographs that nothing was tuned on. Beside it an npm
 * package, blind-watermark 1.0.5 (wavelets and singular values), on twelve photographs: all read after JPEG of quality
 * 75, half of them at quality 50, none at half the size, cut or on a page; 1.4 s a picture of 0.2 megapixels.
 *
 * <p><b>Limits.</b> Blind reading finds no turned copies, mirrored ones only as a whole, none that were squeezed on one
 * side by more than a per cent, no crops below two thirds of the width, and little on pictures that are nearly all one
 * colour. A copy keeps its certificate's fingerprints of the whole and of large parts within their radii, but now and
 * then leaves that of a small part of plain cloth. Who has this program can write any number: a mark is evidence beside
 * a match, never instead of one.
 *
 * <p><b>Tried and left.</b> Weighting by the spread alone, without the strength a mark would have: text over it and
 * WebP cost a third of the distance to noise. More strength in high frequencies: less was read at half the size. Steps
 * of 1 % between scales: two thirds of the pictures with margins on a page were missed.
 */
package shotdeed.mark;
