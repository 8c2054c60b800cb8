import type { Problem } from '#platform/outcome.ts';

type Answer =
  | { readonly ok: true; readonly file: { readonly id: string } }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Sending {
  /** From 0 to 1: how much of it is on the way. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

export interface EarlierPicture {
  readonly id: string;
  readonly name: string;
  readonly thumbnail?: string | undefined;
}

/** Where the pictures of a text come from: a new one is sent, an earlier one is chosen. */
export interface PictureSource {
  readonly send: (file: File, sending: Sending) => Promise<Answer>;
  /** A page of what there is, the latest first; undefined where nobody answered. */
  readonly earlier: (
    after?: string,
  ) => Promise<{ readonly files: readonly EarlierPicture[]; readonly next?: string | undefined } | undefined>;
}
