/** As many as a person looks through before the next come. */
export const proposalsAtOnce = 100;
