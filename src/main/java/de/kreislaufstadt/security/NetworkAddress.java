package de.kreislaufstadt.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from, as far as whoever sends it cannot choose it. */
public final class NetworkAddress {

    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * @param address of a connection, in figures
     * @return the address; of IPv6 the half that names the network, since the other one is free for everybody to choose
     */
    public static String of(String address) {
        try {
            // An address as the connection has it, never a name that would have to be looked up.
            return address.contains(":") && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
