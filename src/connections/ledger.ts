/** An entry of the ledger of amounts, as far as it is counted. Money is in hundredths of a yuan while it is reckoned with. */
export interface Entry {
  readonly amount: number;
  readonly increment: number;
  readonly agreedOn: string;
  readonly document: string | null;
  readonly needConfirmedAt: Date | null;
  readonly offerConfirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** What a new amount adds to the last one that stands: a change counts only its increment. */
export function incrementOf(amount: number, standing: Pick<Entry, 'amount'> | undefined): number {
  return (Math.round(amount * 100) - Math.round((standing?.amount ?? 0) * 100)) / 100;
}

/** Both sides said yes, and it was not taken back. */
export function isConfirmed(entry: Pick<Entry, 'needConfirmedAt' | 'offerConfirmedAt' | 'withdrawnAt'>): boolean {
  return entry.needConfirmedAt !== null && entry.offerConfirmedAt !== null && entry.withdrawnAt === null;
}

export interface Effective {
  /** Confirmed by both, with a document, an amount and a date: computed, never typed. */
  readonly isEffective: boolean;
  /** Yuan that count: the sum of the increments that both confirmed. */
  readonly amount: number;
  /** When the connection first became one, as the document says. */
  readonly since: string | undefined;
}

/** What counts of a ledger. The first agreement needs its document; a later change of the amount is confirmed by both. */
export function effectiveOf(entries: readonly Entry[]): Effective {
  const counted = entries.filter(isConfirmed);
  const proven = counted.find(({ document }) => document !== null);
  if (!proven) return { isEffective: false, amount: 0, since: undefined };
  const hundredths = counted.reduce((sum, { increment }) => sum + Math.round(increment * 100), 0);
  return { isEffective: true, amount: hundredths / 100, since: proven.agreedOn };
}
