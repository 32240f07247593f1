package id.jembatan.peers;

/** One way to do the work, or a limit that no way can pass. */
@FunctionalInterface
interface Peer {

    void run(Work work, Phases phases) throws Exception;
}
