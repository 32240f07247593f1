package id.jembatan.peers.batch;

import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import java.util.function.Supplier;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.launch.JobLauncher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Runs {@link ListJob} once. */
public final class SpringBatchPeer {

    private SpringBatchPeer() {}

    public static void run(Work work, Phases phases) throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Work.class, (Supplier<Work>) () -> work);
            context.registerBean(Phases.class, (Supplier<Phases>) () -> phases);
            context.register(Infrastructure.class, ListJob.class);
            context.refresh();
            phases.done("start");
            JobExecution execution = context.getBean(JobLauncher.class)
                    .run(
                            context.getBean(Job.class),
                            new JobParametersBuilder()
                                    .addString("list", work.list().toString())
                                    .toJobParameters());
            if (!execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
                throw new IllegalStateException(execution.getExitStatus().getExitDescription());
            }
        }
    }
}
