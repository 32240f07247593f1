# The front door. A JDK 17 and Maven 3.8 are all that a machine needs.
.PHONY: check fix demo findings dist dist-check ordeal mutation soak soak-h2 soak-postgresql bench bench-settling bench-answers bench-reading bench-register bench-known bench-formats bench-sending bench-start bench-console bench-peers

# format, compile with every warning an error, all tests: what the continuous build runs
check:
	mvn -B verify

# formats
fix:
	mvn -B -q spotless:apply

# five regencies, 2022 to 2025, invented people, in data-demo/
demo:
	bin/jembatan demo

# writes docs/findings.md anew from the catalogue, its sentences and the tables of cases
findings:
	mvn -B -q test -Dtest=FindingsAreExplainedTest -Dfindings.write=true

# what is handed on: target/jembatan-<version>.zip, which needs a Java 17 and nothing else
dist:
	mvn -B -q -Pdist -DskipTests package

# builds it twice, compares the bytes, and uses it where there is a Java and no Maven
dist-check:
	.ci/dist-check

# every moment at which the process is killed, every step that can fail in each way, thirty nights with a branch that answers as
# branches do, all on both databases, four nodes on one PostgreSQL, and 100,000 spoilt files, instead of the samples in check; takes an hour and a half or so,
# and the steps alone some hours more (51,000 cases)
ordeal:
	mvn -B test -Dtest=KilledAnywhereTest,EveryStepFailsTest,SeveralNodesTest,ThirtyNightsTest,SpoiltFilesTest -Djembatan.ordeal=true -Djembatan.spoilt=250 -Dspotless.check.skip=true

# which change of normalise, validate and the comparison of persons would no test notice? the pages lie in target/mutation
mutation:
	mvn -B -q -Pmutation test-compile pitest:mutationCoverage@normalise pitest:mutationCoverage@validate pitest:mutationCoverage@persons

# one service in 256 MB lives thirty days and nights with lists of 10,000, a branch that answers, and what came back: fails when
# anything but the data grew in the last ten; on a quiet machine of two cores half an hour for each database
soak: soak-h2 soak-postgresql

define soak
mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
java -Xmx1g -cp target/classes:target/test-classes:$$(cat target/test-classpath.txt) id.jembatan.Soak $(1)
endef

soak-h2:
	$(call soak,H2)

soak-postgresql:
	$(call soak,POSTGRESQL)

# one table of docs/performance.md: which, and the most memory that it may have
define bench
mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
java -Xmx$(2) -cp target/classes:target/test-classes:$$(cat target/test-classpath.txt) id.jembatan.bench.$(1)
endef

# the first table of docs/performance.md: a list of a million people, the whole way beside its limits, in one run
bench:
	$(call bench,FirstTable,512m)

# how long loading and settling take when all rows have the same fate, on both databases
bench-settling:
	$(call bench,SettlingTable,256m)

# how long a branch's answers take to load and to settle, on both databases
bench-answers:
	$(call bench,AnswersTable,256m)

# reading and judging beside the bare libraries, and a perbaikan.xlsx of 200,000 rejected rows, in 256 MB
bench-reading:
	$(call bench,ReadingTable,256m)

# how long a drop settles in a register on PostgreSQL that knows a million people, and ten million; wants some 40 GB of disk
bench-register:
	$(call bench,RegisterTable,512m)

# what a list of people who are known already costs beside one of new people, on both databases
bench-known:
	$(call bench,KnownTable,512m)

# each format in two sizes the whole way under 256 MB, on both databases; takes half an hour or so
bench-formats:
	$(call bench,FormatsTable,4g)

# a million staged people to the branch's files in 256 MB, beside bare writing of the same rows
bench-sending:
	$(call bench,SendingTable,512m)

# how long a start takes beside a Camel with one route, and a small list in a warm service beside its share of a large one
bench-start:
	bin/jembatan --version # builds what is not built, so that no measured run does
	bin/quicken
	$(call bench,StartTable,512m)

# how long the console's pages take with ten thousand and with a million people on PostgreSQL, fifty users at once while a list is read
bench-console:
	$(call bench,ConsoleTable,1g)

# what one would take instead, on the same work, beside Jembatan (bench/peers; wants Debian's python3-pandas): make bench-peers ROWS=1000000
ROWS = 100000
RUNS = 5
bench-peers:
	bin/jembatan --version # builds what is not built, so that no measured run does
	mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
	mvn -B -q -f bench/peers/pom.xml compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
	/usr/bin/python3 bench/peers/driver/run.py --rows $(ROWS) --runs $(RUNS)
