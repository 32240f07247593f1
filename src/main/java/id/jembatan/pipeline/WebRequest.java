package id.jembatan.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody's browser asks the console for.
 *
 * @param path decoded, split at its slashes; empty for the first page
 * @param query what stands behind the question mark; of a name that comes twice the first
 * @param form the fields of a form
 * @param cookies by name
 * @param fetchSite what the browser says of where the request comes from: {@code same-origin}, {@code cross-site} …
 * @param polling whether a page asks by itself, and nobody pressed anything
 * @param remote the address that it comes from
 * @param upload the file of a form
 */
public record WebRequest(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> cookies,
        Optional<String> fetchSite,
        boolean polling,
        String remote,
        Optional<WebUpload> upload) {

    public WebRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        cookies = Map.copyOf(cookies);
    }

    /** Whether it asks to change something. */
    public boolean isChanging() {
        return !method.equals("GET");
    }

    /** A field of the form; "" when it is not there. */
    public String field(String name) {
        return form.getOrDefault(name, "");
    }

    /** The address without what was asked or sent, which may name a person. */
    @Override
    public String toString() {
        return method + " " + path.stream().findFirst().orElse("");
    }
}
