import { join } from 'node:path';
import { platformWords as words } from '#language/words/platform.ts';
import type { Problem } from './outcome.ts';

export interface S3Settings {
  readonly kind: 's3';
  /** Scheme and host; begins with the name of the bucket where the service wants it in the host. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** Where uploaded files are kept. */
export type StorageSettings = S3Settings | { readonly kind: 'disk'; readonly folder: string };

type Environment = Readonly<Record<string, string | undefined>>;

const bucketPattern = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*?))?\/?$/;

/** What is wrong with the settings of the storage, a sentence for each mistake. */
export function storageProblems(environment: Environment): Problem[] {
  const place = environment['YUANLIAN_FILES'];
  if (!place) return [];
  if (!bucketPattern.test(place)) return [{ field: 'YUANLIAN_FILES', says: words.filesWrong }];
  const endpoint = environment['YUANLIAN_S3_ENDPOINT'] ?? '';
  const wrong = isEndpoint(endpoint) ? [] : [{ field: 'YUANLIAN_S3_ENDPOINT', says: words.s3EndpointWrong }];
  const missing = ['YUANLIAN_S3_KEY', 'YUANLIAN_S3_SECRET'].filter((name) => !environment[name]);
  return [...wrong, ...missing.map((field) => ({ field, says: words.s3SecretMissing(field) }))];
}

export function storageSettings(environment: Environment, dataFolder: string): StorageSettings {
  const named = bucketPattern.exec(environment['YUANLIAN_FILES'] ?? '');
  if (!named) return { kind: 'disk', folder: join(dataFolder, 'files') };
  const [, bucket = '', prefix = ''] = named;
  const set = (name: string) => environment[`YUANLIAN_S3_${name}`] ?? '';
  return {
    kind: 's3',
    bucket,
    prefix,
    endpoint: set('ENDPOINT').replace(/\/$/, ''),
    region: set('REGION') || 'us-east-1',
    key: set('KEY'),
    secret: set('SECRET'),
  };
}

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
}
