package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void restsWhenTheLookInHandHasEndedAndBeginsNoneUntilLooksAreWantedAgain() throws Exception {
        Thread closing = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Looking looking = new Looking(error -> {});
        Runnable look = () -> {
            begun.countDown();
            while (ended.get() == 0 && closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait(); // until it is waited for
            }
            ended.incrementAndGet();
        };
        try {
            Future<?> looks = looking.scheduleWithFixedDelay(look, 0, 1, TimeUnit.MILLISECONDS);
            begun.await();

            looking.rest();

            assertEquals(1, ended.get());
            looking.schedule(() -> {}, 20, TimeUnit.MILLISECONDS).get();
            assertFalse(looks.isDone());
            assertEquals(1, ended.get());
            CountDownLatch again = new CountDownLatch(1);
            assertFalse(looking.scheduleWithFixedDelay(again::countDown, 0, 1, TimeUnit.MILLISECONDS)
                    .isDone());
            assertTrue(again.await(30, TimeUnit.SECONDS));
        } finally {
            looking.shutdownNow();
        }
    }
}
