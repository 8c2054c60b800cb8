import { diskStorage } from './storage-disk.server.ts';
import { s3Storage } from './storage-s3.server.ts';
import type { StorageSettings } from './storage-config.ts';
import type { Storage } from './storage.ts';

export function openStorage(settings: StorageSettings): Storage {
  return settings.kind === 's3' ? s3Storage(settings) : diskStorage(settings.folder);
}
