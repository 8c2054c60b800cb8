import type { Lang } from '#language/lang.ts';
import type { RichDocument } from '#text/document.ts';

/** How a field was found, in falling order of trust. */
export type How =
  /** The official meta tags of Chinese government sites: ArticleTitle, PubDate, ContentSource … */
  | 'official tags'
  /** JSON-LD, Open Graph and the other machine-readable tags of a page. */
  | 'page metadata'
  /** The place where a known content management system keeps it. */
  | 'known container'
  /** Words beside it, such as 来源 or 发布时间. */
  | 'printed label'
  /** Where it stands: the heading above, the line below the title, the densest text. */
  | 'position';

export interface PublishedAt {
  /** ISO 8601 with the offset of China. */
  readonly at: string;
  readonly precision: 'minute' | 'day';
}

export interface Attachment {
  readonly name: string;
  readonly address: string;
}

export type Field = 'title' | 'publishedAt' | 'source' | 'author' | 'zone' | 'column' | 'body' | 'address';

/** An article as it was recognised in one file. Everything in it survives a message between processes. */
export interface ImportedPage {
  readonly lang: Lang;
  readonly title: string;
  readonly publishedAt: PublishedAt | null;
  /** Days that other marks on the page suggest; offered to a person, never used unasked. */
  readonly possibleDays: readonly string[];
  readonly source: string;
  /** Who else might be meant by the source: the name of the site. */
  readonly siteName: string;
  readonly author: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  /** The publishing zone as the page calls it. */
  readonly zoneText: string;
  readonly breadcrumb: readonly string[];
  readonly columnText: string;
  readonly body: RichDocument;
  readonly pictures: readonly string[];
  /** How many pictures had no full address: their words are kept, the pictures are not. */
  readonly picturesLeft: number;
  readonly attachments: readonly Attachment[];
  readonly previous: string;
  readonly next: string;
  /** Where the page was published, when it says so itself. */
  readonly sourceAddress: string;
  readonly encoding: string;
  /** What was left out of the body, shortened. */
  readonly dropped: readonly string[];
  readonly found: Readonly<Partial<Record<Field, How>>>;
}

/** Why a file holds no article that can be taken over. */
export type Refusal =
  | 'empty'
  | 'listPage'
  | 'feed'
  | 'frames'
  | 'noTitle'
  | 'notText'
  | 'unknownKind'
  | 'oldWord'
  | 'tooLarge'
  | 'tooDeep'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'crashed'
  | 'brokenWord'
  | 'wordWithDoctype'
  | 'brokenArchive'
  | 'unpacksTooLarge'
  | 'tooManyEntries'
  | 'nestedArchive'
  | 'encryptedEntry'
  | 'unsafeEntryName'
  | 'symbolicLink'
  | 'notReadable'
  | 'notStored';

export type Recognition =
  { readonly ok: true; readonly page: ImportedPage } | { readonly ok: false; readonly refusal: Refusal };

export function refuse(refusal: Refusal): Recognition {
  return { ok: false, refusal };
}
