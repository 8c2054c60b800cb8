import type { Lang } from '#language/lang.ts';
import type { Services } from './services.server.ts';

/** What a mail may carry. `src/jobs.server.ts` says who makes it: a name without a line there does not compile. */
export type Attachable = 'weekly-brief';

/** A document named in the outbox, made when its mail is sent. */
export interface Named {
  readonly what: Attachable;
  /** The account it is for: what it may not see is not in the document. */
  readonly account: number;
  readonly zone: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Larger than this many servers do not take it, and a page of text is never. */
export const maxAttachmentBytes = 2 * 1024 * 1024;

/** Undefined where that account may no longer have it. */
export type Maker = (
  services: Services,
  wanted: { readonly account: number; readonly zone: string; readonly lang: Lang },
) => Promise<Attachment | undefined>;

export type Makers = Readonly<Record<Attachable, Maker>>;
