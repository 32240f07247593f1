# The front door. A JDK 17 and Maven 3.8 are all that a machine needs.
.PHONY: check fix demo findings

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
