import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { contentTypes } from '#files/content.ts';
import { addFileOnce } from '#files/write.server.ts';
import type { TwoText } from '#language/lang.ts';
import { importWords } from '#language/words/importers.ts';
import { mediaElsewhere, type MediaElsewhere } from '#news/read-media.server.ts';
import { keepMedia } from '#news/write-media.server.ts';
import { fetchGuarded } from '#platform/fetch.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import type { Services } from '#platform/services.server.ts';
import { fetchedMedia } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'fetch-media': { readonly article: number };
  }
}

const words = importWords.media;
const megabyte = 1024 * 1024;

/** What one page may bring; the rest of it stays links. */
export const mediaLimits = { pictures: 20, attachments: 20, bytes: 10 * megabyte, bytesAPage: 60 * megabyte } as const;

const all = Object.values(contentTypes).map(({ mediaType }) => mediaType);
const pictureTypes = [...all.filter((type) => type.startsWith('image/')), 'image/jpg', 'image/pjpeg'];
/** Many servers say only that a document is bytes. What a file is, its content tells. */
const documentTypes = [...all.filter((type) => !type.startsWith('image/')), 'application/octet-stream'];

/** Keeps the pictures and attachments that an imported draft has elsewhere as files of its zone, and notes what was left. */
export const fetchMedia: Handler<'fetch-media'> = async (services, { article }, { signal }) => {
  const { database } = services;
  const media = await database.inTransaction(theSystem, (tx) => mediaElsewhere(tx, article));
  if (!media) return;
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-media-'));
  try {
    const { files, left } = await bring({ services, zone: media.zone, folder, signal }, wantedOf(media));
    await database.inTransaction(theSystem, async (tx) => {
      const kept = await keepMedia(tx, theSystem, { articleId: article, files });
      const reason = kept.ok ? left[0] : kept.problems[0]?.says;
      const count = kept.ok ? files.size : 0;
      const counts = { kept: count, leftOut: files.size + left.length - count };
      const row = { ...counts, reasonZh: reason?.zh ?? '', reasonEn: reason?.en ?? '', at: sql`now()` };
      await tx
        .insert(fetchedMedia)
        .values({ articleId: article, ...row })
        .onConflictDoUpdate({ target: fetchedMedia.articleId, set: row });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Wanted {
  readonly address: string;
  readonly types: readonly string[];
  /** False for what comes after the first twenty. */
  readonly isAmongFirst: boolean;
}

function wantedOf({ pictures, attachments }: MediaElsewhere): Wanted[] {
  const wanted = (types: readonly string[], most: number) => (address: string, place: number) => {
    return { address, types, isAmongFirst: place < most };
  };
  return [
    ...pictures.map(wanted(pictureTypes, mediaLimits.pictures)),
    ...attachments.map(wanted(documentTypes, mediaLimits.attachments)),
  ];
}

interface Bringing {
  readonly services: Pick<Services, 'config' | 'database' | 'files'>;
  readonly zone: string;
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** One after the other: the site they come from is a guest's host, and the machine has others to serve. */
async function bring(bringing: Bringing, wanted: readonly Wanted[]) {
  const files = new Map<string, string>();
  const left: TwoText[] = [];
  const budget = { bytes: mediaLimits.bytesAPage as number };
  for (const one of wanted) {
    bringing.signal.throwIfAborted();
    const outcome = await bringOne(bringing, one, budget);
    if (outcome.ok) files.set(one.address, outcome.value.id);
    else left.push(outcome.problems[0]?.says ?? words.tooMany);
  }
  return { files, left };
}

async function bringOne(
  { services, zone, folder }: Bringing,
  { address, types, isAmongFirst }: Wanted,
  budget: { bytes: number },
): Promise<Outcome<{ id: string }>> {
  if (!isAmongFirst || budget.bytes <= 0) return refused({ says: words.tooMany });
  const maxBytes = Math.min(mediaLimits.bytes, budget.bytes);
  const answer = await fetchGuarded({ address, types, maxBytes }, services.config.fetch);
  if (!answer.ok) return answer;
  const { body } = answer.value;
  budget.bytes -= body.length;
  const path = join(await mkdtemp(join(folder, 'one-')), 'file');
  await writeFile(path, body);
  const { zoneQuotaBytes } = services.config;
  const keeping = { database: services.database, files: services.files, config: { zoneQuotaBytes } };
  const upload = { zone, arrived: { path, name: nameIn(address) }, mustBePicture: types === pictureTypes };
  return addFileOnce(keeping, theSystem, upload);
}

function nameIn(address: string): string {
  const last = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // In another encoding than UTF-8: kept as it stands in the address.
    return last;
  }
}
