package id.jembatan.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready is a house that nothing keeps from its work. It lives as long as it can say so. */
final class HouseHealthCheck extends AbstractHealthCheck {

    private final HouseHealth health;

    HouseHealthCheck(HouseHealth health) {
        super("jembatan", "house");
        this.health = health;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        List<String> reasons = reasons();
        if (reasons.isEmpty()) {
            builder.up();
        } else {
            builder.down().message(String.join("; ", reasons)).detail("reasons", reasons);
        }
    }

    private List<String> reasons() {
        try {
            return health.reasons();
        } catch (IOException | RuntimeException e) { // whoever watches must hear of it too
            return List.of("FAULT " + e.getClass().getSimpleName());
        }
    }
}
