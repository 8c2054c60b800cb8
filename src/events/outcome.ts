/** What came of an event, read from the connections it led to. */
export interface EventOutcome {
  /** People who were checked in. */
  readonly attended: number;
  /** Connections that were proposed, whatever became of them. */
  readonly proposed: number;
  readonly agreed: number;
  /** Yuan that both sides of each connection confirmed. */
  readonly amount: number;
}

export interface PublicOutcome extends Omit<EventOutcome, 'amount'> {
  /** Undefined where there were too few agreements: the sum would tell what one of them came to. */
  readonly amount: number | undefined;
}

const fewest = 3;

/** What everybody may know. A party to an agreement may be named elsewhere, so of one or two not even a round sum is told. */
export function publicOutcome(outcome: EventOutcome): PublicOutcome {
  const isTelling = outcome.agreed > 0 && outcome.agreed < fewest;
  return { ...outcome, amount: isTelling ? undefined : outcome.amount };
}
