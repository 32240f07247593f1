/**
 * A person's view in a browser. A request comes through {@link id.jembatan.console.Console}, which asks {@code Sessions} who
 * it is from and hands it to a page; a page asks {@code pipeline} for what that account may see and fills a template. Start
 * reading there. This room holds no rule, no SQL and no HTTP library, and decides only through the desks that the commands
 * decide through.
 */
@org.jspecify.annotations.NullMarked
package id.jembatan.console;
