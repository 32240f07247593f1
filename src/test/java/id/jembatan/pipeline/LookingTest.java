package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LookingTest {

    @Test
    void looksAgainAfterAnErrorAndTellsIt() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch three = new CountDownLatch(3);
        Looking looking = new Looking(error -> told.add(error.getMessage()));
        try {
            Future<?> looks = looking.scheduleWithFixedDelay(
                    () -> {
                        three.countDown();
                        if (three.getCount() == 2) {
                            throw new OutOfMemoryError("Java heap space");
                        }
                    },
                    0,
                    1,
                    TimeUnit.MILLISECONDS);

            assertTrue(three.await(30, TimeUnit.SECONDS));
            assertEquals(List.of("Java heap space"), told);
            assertFalse(looks.isDone());
        } finally {
            looking.shutdownNow();
        }
    }
}
