package id.jembatan.stage;

/**
 * This process stood still for so long that another one has taken its drop over: whatever it still wanted to write of
 * that drop is the other's to write now.
 */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(long receipt) {
        super("receipt " + receipt + " is held by another node");
    }
}
