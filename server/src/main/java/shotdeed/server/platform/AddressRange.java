package shotdeed.server.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record AddressRange(byte[] first, int bits) {
  /** Reads ranges written as an address, a slash and the number of leading bits that all of its addresses share. */
  static List<AddressRange> all(String... ranges) {
    List<AddressRange> all = new ArrayList<>();
    for (String range : ranges) {
      int slash = range.indexOf('/');
      try {
        byte[] first = InetAddress.getByName(range.substring(0, slash)).getAddress(); // a number is not looked up
        all.add(new AddressRange(first, Integer.parseInt(range.substring(slash + 1))));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("no range of addresses: " + range, e);
      }
    }
    return List.copyOf(all);
  }

  /** Whether an address, 4 or 16 bytes, is one of them. */
  boolean holds(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if (((address[bit >> 3] ^ first[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
