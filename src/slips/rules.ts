/** A task that has been blue for so many days without a break has not moved. */
export const blueDays = 7;

/** For so many days after a slip was closed the same cause raises no other: what was solved is entered meanwhile. */
export const restDays = 7;
