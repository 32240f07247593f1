package id.jembatan.pipeline;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the console listens.
 *
 * @param port empty = nowhere; 0 = any that is free
 * @param tls empty = plain, for this machine alone
 */
record DoorSettings(String host, OptionalInt port, Optional<Tls> tls) {

    private static final String PORT = "jembatan.console.port";
    private static final String HOST = "jembatan.console.host";
    private static final String KEY_STORE = "jembatan.console.tls.keystore";

    /** A key with its certificate. */
    record Tls(String keyStore, String password) {

        @Override
        public String toString() {
            return keyStore;
        }
    }

    /**
     * As set.
     *
     * @throws Unusable also when other machines would be answered in the clear: passwords and people would cross
     *     the network for everybody to read
     */
    static DoorSettings of(Settings settings) {
        String keyStore = settings.get(KEY_STORE);
        DoorSettings door = new DoorSettings(
                settings.get(HOST),
                port(settings.get(PORT)),
                keyStore.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Tls("file:" + keyStore, settings.get("jembatan.console.tls.password"))));
        if (door.port().isPresent() && door.tls().isEmpty() && !door.isOfThisMachine()) {
            throw new Unusable(Unusable.Kind.OPEN_DOOR, HOST, KEY_STORE);
        }
        return door;
    }

    /** What to type into a browser on this machine. */
    URI address(int listening) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((tls.isPresent() ? "https" : "http") + "://" + name + ":" + listening + "/");
    }

    private boolean isOfThisMachine() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static OptionalInt port(String value) {
        if (value.equals("-1")) {
            return OptionalInt.empty();
        }
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) < 65_536) {
            return OptionalInt.of(Integer.parseInt(value));
        }
        throw new Unusable(PORT, Unusable.Expected.PORT_OR_NONE, value);
    }
}
