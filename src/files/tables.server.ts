import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FileState, Variant } from './file.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const files = pgTable('file', {
  id: uuid().primaryKey().defaultRandom(),
  zoneCode: text('zone_code').notNull(),
  name: text().notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  storedBytes: bigint('stored_bytes', { mode: 'number' }).notNull(),
  width: integer(),
  height: integer(),
  sha256: text().notNull(),
  variants: jsonb().$type<readonly Variant[]>().notNull(),
  state: text().$type<FileState>().notNull().default('arriving'),
  uploadedBy: text('uploaded_by').notNull(),
  uploaderName: text('uploader_name').notNull(),
  at: instant('at').notNull().defaultNow(),
  deletedAt: instant('deleted_at'),
  organisations: bigint({ mode: 'number' }).array(),
  brokerZones: text('broker_zones').array(),
});

export const fileUses = pgTable(
  'file_use',
  {
    fileId: uuid('file_id').notNull(),
    zoneCode: text('zone_code').notNull(),
    kind: text().notNull(),
    record: text().notNull(),
    isPublic: boolean('is_public').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.kind, table.record] })],
);
