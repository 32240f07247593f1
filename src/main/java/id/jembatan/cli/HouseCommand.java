package id.jembatan.cli;

import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Settings;

/** A command that works in the home: it is opened before, and closed whatever happens. */
abstract class HouseCommand extends SubCommand {

    /** Gives the exit code. */
    abstract int call(House house) throws Exception;

    @Override
    public final Integer call() throws Exception {
        try (House house = House.open(settings())) {
            return call(house);
        }
    }

    /** The settings that the home is opened with. */
    Settings settings() {
        return root().settings();
    }
}
