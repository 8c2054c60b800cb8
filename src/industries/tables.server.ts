import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const industries = pgTable('industry', {
  code: text().primaryKey(),
  position: integer().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  gbt4754: text().array().notNull(),
  isic: text().array().notNull(),
});

/** Scientific disciplines of GB/T 13745-2009; the length of the code says the level. */
export const disciplines = pgTable('discipline', {
  code: text().primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull().default(''),
});
