import type { BetterAuthOptions, DBAdapter } from 'better-auth';
import type { Where } from 'better-auth/types';

type Adapter = DBAdapter<BetterAuthOptions>;
type MakeAdapter = (options: BetterAuthOptions) => Adapter;
type Parts = Omit<Adapter, 'transaction'>;

/**
 * Our table of sessions keeps hashes of tokens (tables.server.ts) and gives hashes back. Better Auth works with the token
 * itself: it gets back the one it wrote or asked for.
 */
export function withTokensOfSessions(make: MakeAdapter): MakeAdapter {
  return (options) => {
    const adapter = make(options);
    return {
      ...handingBack(adapter),
      transaction: (work) => adapter.transaction((inner) => work(handingBack(inner))),
    };
  };
}

function handingBack<A extends Parts>(adapter: A): A {
  const changed: Pick<Parts, 'create' | 'findOne' | 'update'> = {
    create: async (given) => withToken(await adapter.create(given), given.model, tokenIn(given.data)),
    findOne: async (given) => withToken(await adapter.findOne(given), given.model, askedToken(given.where)),
    update: async (given) => withToken(await adapter.update(given), given.model, askedToken(given.where)),
  };
  return { ...adapter, ...changed };
}

function tokenIn(data: object): unknown {
  return 'token' in data ? data.token : undefined;
}

function askedToken(where: readonly Where[]): unknown {
  return where.find(({ field }) => field === 'token')?.value;
}

function withToken<Row>(row: Row, model: string, token: unknown): Row {
  const isSession = model === 'session' && typeof row === 'object' && row !== null;
  return isSession && typeof token === 'string' ? { ...row, token } : row;
}
