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

export interface PublicOutcome extends EventOutcome {
  /** With few agreements the exact sum would tell what one of them came to. */
  readonly isRounded: boolean;
}

const fewest = 3;

/** What everybody may know: sums of few agreements are rounded to one figure. */
export function publicOutcome(outcome: EventOutcome): PublicOutcome {
  const isRounded = outcome.agreed < fewest && outcome.amount > 0;
  return { ...outcome, amount: isRounded ? toOneFigure(outcome.amount) : outcome.amount, isRounded };
}

function toOneFigure(amount: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  return Math.round(amount / unit) * unit;
}
