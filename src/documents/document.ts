import type { Lang } from '#language/lang.ts';
import type { Level } from './numbering.ts';

export interface OfficialColumn {
  readonly title: string;
  /** Said in the header, so that no cell needs it. */
  readonly unit?: string;
  readonly isNumber?: boolean;
  /** How wide, against the other columns. */
  readonly share?: number;
}

export interface OfficialTable {
  readonly caption?: string;
  readonly columns: readonly OfficialColumn[];
  readonly rows: readonly (readonly string[])[];
  /** On a sheet of its own, laid across. */
  readonly isWide?: boolean;
}

/** A paragraph, a heading (its number is put in front by the document), or a table. */
export type Piece = string | { readonly heading: Level; readonly text: string } | { readonly table: OfficialTable };

/** A document of a Chinese authority, laid out as GB/T 9704-2012 has it. */
export interface Official {
  readonly title: string;
  readonly lang?: Lang;
  /** 发文机关标志: the red heading with its red line. Only where the issuing body has one. */
  readonly issuer?: string;
  /** 发文字号, as 相政发〔2026〕3号. */
  readonly number?: string;
  /** 主送机关 */
  readonly to?: string;
  readonly body: readonly Piece[];
  readonly attachments?: readonly string[];
  /** 署名 */
  readonly signer?: string;
  /** The day of the document, as 2026-02-14. */
  readonly date?: string;
  /** The whole document on sheets laid across, for a ledger. A wide table alone asks for its own. */
  readonly isWide?: boolean;
}
