import type { Actor } from '#accounts/actor.ts';
import type { Gate } from '#accounts/gate.server.ts';
import type { SignedIn } from '#accounts/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Lang, TwoText } from '#language/lang.ts';

declare global {
  namespace App {
    interface Locals extends Services {
      readonly lang: Lang;
      readonly actor: Actor;
      readonly gate: Gate;
      /** The session behind the actor; undefined for a visitor. */
      readonly signedIn: SignedIn | undefined;
      readonly requestId: string;
      /** 适老模式: the address says `mode=care`. */
      readonly care: boolean;
      /** Tags of the records this page shows; the page cache drops the page when one of them changes. */
      readonly shows: Set<string>;
      /** Every public page returns what it loads through this: see `#platform/drawn.ts`. */
      readonly drawn: <Loaded extends object>(loaded: Loaded) => Loaded;
    }
    interface Platform {
      /** The text of a public page: see `#platform/kit.server.ts`. */
      page?: string;
    }
    interface Error {
      message: string;
      requestId?: string;
      /** Zones whose code is like the one in an address that led nowhere. */
      nearest?: { code: string; name: TwoText }[];
    }
  }
}

export {};
