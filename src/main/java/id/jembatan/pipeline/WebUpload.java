package id.jembatan.pipeline;

import java.nio.file.Path;

/**
 * A file that came with a form.
 *
 * @param name as the browser calls it: whatever somebody wishes
 * @param content where its bytes lie until the answer is out
 */
public record WebUpload(String name, Path content) {

    /** Without the name, which may be a person's. */
    @Override
    public String toString() {
        return "upload";
    }
}
