package id.jembatan.domain;

/** Who pays: the state, the regency, the village, the employer, the person, or a company out of its own will. */
public enum Funding {
    APBN,
    APBD,
    APBDES,
    EMPLOYER,
    SELF,
    CSR
}
