package shotdeed.server.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which port to listen on. */
final class FreePort {
  private FreePort() {}

  /** The port asked for, if any; else the usual one if it is free; else 0, which takes any free one. */
  static int choose(Integer asked, int usual) {
    return asked != null ? asked : isFree(usual) ? usual : 0;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
