package io.sampan.outside.links;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where a host lies. A host counts as public when all its addresses do: whoever writes a name's addresses could put one of our own network
 * among them. The JVM keeps a name's addresses for half a minute, so that the connection goes where we looked.
 */
@Component
class Lookup {
    private static final int BYTES_4 = 4;
    /** IPv4 networks that are not the public internet, as first byte, second byte's least and most. Source: IANA special-purpose registry. */
    private static final int[][] SPECIAL_4 = {
        {0, 0, 255},
        {10, 0, 255},
        {100, 64, 127},
        {127, 0, 255},
        {169, 254, 254},
        {172, 16, 31},
        {192, 168, 168},
        {198, 18, 19}
    };

    private static final int MULTICAST_AND_ABOVE = 224;

    InetAddress[] addresses(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    boolean isPublic(String host) {
        try {
            var addresses = addresses(host);
            return addresses.length > 0 && Arrays.stream(addresses).allMatch(Lookup::isPublic);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    /** Whether an address belongs to the public internet, an IPv4 address that is hidden in an IPv6 one included. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int second = bytes[from + 1] & 0xff;
        int third = bytes[from + 2] & 0xff;
        boolean special = Stream.of(SPECIAL_4).anyMatch(net -> first == net[0] && second >= net[1] && second <= net[2]);
        boolean documentation = first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        return first < MULTICAST_AND_ABOVE && !special && !documentation;
    }

    /** Only global unicast is public, 2000::/3 without documentation; tunnels are judged by the IPv4 address that they lead to. */
    private static boolean isPublic6(byte[] bytes) {
        int first = pair(bytes, 0);
        int second = pair(bytes, 2);
        if (first == 0x64 && second == 0xff9b) {
            return isPublic4(bytes, bytes.length - BYTES_4);
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        boolean teredoOrSpecial = first == 0x2001 && (second < 0x200 || second == 0xdb8);
        return first >> 13 == 1 && !teredoOrSpecial && first != 0x3fff;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
