package id.jembatan.pipeline;

/** Who answers at the door. */
public interface WebVisitors {

    /** Answers one request; whatever it throws is a fault of ours, and answered by {@link #fault}. */
    WebAnswer answer(WebRequest request) throws Exception;

    /** What is said of a fault: that there was one, and not which. */
    WebAnswer fault();

    /**
     * What is said of a request that nobody here can answer.
     *
     * @param status such as 413, too large
     */
    WebAnswer turnedAway(int status);

    /** Whether somebody is signed in with these cookies and may send a file, before any of it is read. */
    boolean isSending(String sessionCookie);

    /** The cookie that a session goes by. */
    String sessionCookie();
}
