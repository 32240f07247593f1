package id.jembatan.console;

import id.jembatan.pipeline.WebAnswer;
import java.util.Optional;

/** Some addresses of the console. */
interface Page {

    /** Empty where there is nothing, or nothing for this account: both are answered alike. */
    Optional<WebAnswer> answer(Visit visit) throws Exception;
}
