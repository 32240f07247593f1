package id.jembatan.demo;

/** Hands out the people of a regency, nobody twice: good ones from the beginning, those of faulty rows from the middle. */
final class RegencyOrdinals {

    private long nextPerson;
    private long nextStranger = InventedPeople.MOST / 2;

    Cohort newPeople(InventedPeople people, long howMany) {
        Cohort cohort = Cohort.of(people, nextPerson, howMany);
        nextPerson += howMany;
        return cohort;
    }

    /** The first of more strangers than a list of so many rows has faults. */
    long newStrangers(long rows) {
        long first = nextStranger;
        nextStranger += rows + 100;
        return first;
    }
}
