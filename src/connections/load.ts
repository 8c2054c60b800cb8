import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import { boardStates } from './board.ts';
import type { ConnectionState } from './state.ts';

export const loadStates = boardStates;

/** What one broker has in hand; of the row without an account, what nobody has. */
export interface Load {
  readonly broker: { readonly id: number; readonly name: string } | undefined;
  readonly needs: number;
  readonly offers: number;
  readonly states: Readonly<Partial<Record<ConnectionState, number>>>;
  readonly overdue: number;
  readonly moved: number;
  readonly effective: number;
  /** Yuan that the connections came to which became effective this year. */
  readonly amount: number;
}

/** Whose load this person looks at: of which zones, or of every one. */
export function zonesOfLoad(actor: Actor): readonly string[] | 'all' {
  if (isOperator(actor)) return 'all';
  return zonesAs(actor, ['broker', 'leader']);
}

/** Whether the numbers lead to the lists behind them: a leader sees how much there is, not what is said in it. */
export function mayOpenLists(actor: Actor): boolean {
  return isOperator(actor) || actor.memberships.some(({ role }) => role === 'broker');
}
