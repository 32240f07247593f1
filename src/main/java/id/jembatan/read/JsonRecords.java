package id.jembatan.read;

import java.io.Closeable;

/** The objects of a list, one after the other. */
interface JsonRecords extends Closeable {

    /** Goes to the next object, of which the opening brace has then been read; false behind the last one. */
    boolean next();

    /** The object's number as a person sees it (SPEC section 1, "row"). */
    int row();

    /** Where the object's keys and values are read from, up to its closing brace. */
    JsonTokens tokens();
}
