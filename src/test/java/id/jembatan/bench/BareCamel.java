package id.jembatan.bench;

import org.apache.camel.main.Main;

/** A Camel with the one route of a file, and nothing else; it ends when that has carried one message. */
public final class BareCamel {

    private BareCamel() {}

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().withRoutesIncludePattern(arguments[0]);
        main.configure().withDurationMaxMessages(1);
        main.run();
    }
}
