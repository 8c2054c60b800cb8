import { allColumns } from '#news/read-columns.server.ts';
import { resolveCity } from '#places/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import { resolveZone, type ZoneMatches, type ZoneName } from '#zones/read.server.ts';
import { columnNamed, type ColumnName } from './columns.ts';
import type { ImportedPage } from './page.ts';

/** Where an article belongs, as far as its page says so beyond doubt. */
export interface Placement {
  readonly zoneCode: string | undefined;
  /** Zones that may be meant, for the person who is asked. */
  readonly zoneCandidates: readonly ZoneName[];
  readonly columnSlug: string | undefined;
  readonly cityCode: string | undefined;
}

/** Texts remembered at most: pages of one site name the same zones and cities again and again. */
const remembered = 5_000;

/**
 * Finds zones, cities and columns, and remembers what it found: one run asks for the same few names all the time. It asks
 * through the caller's own transaction: a second connection for each would let transactions wait for each other's.
 */
export class Resolver {
  private readonly zones = new Map<string, ZoneMatches | undefined>();
  private readonly cities = new Map<string, string | undefined>();
  private columns: readonly ColumnName[] | undefined;

  async allColumns(db: Db): Promise<readonly ColumnName[]> {
    this.columns ??= (await allColumns(db)).filter(({ retired }) => !retired);
    return this.columns;
  }

  async place(db: Db, page: ImportedPage): Promise<Placement> {
    const columns = await this.allColumns(db);
    const named = [page.columnText, ...page.breadcrumb.toReversed()];
    const columnSlug = named.map((text) => columnNamed(text, columns)).find((slug) => slug !== undefined);
    const zone = await this.zoneOf(db, page);
    const cityCode = await this.cityOf(
      db,
      page.breadcrumb.filter((part) => columnNamed(part, columns) === undefined),
    );
    return { ...zone, columnSlug, cityCode };
  }

  private async zone(db: Db, text: string): Promise<ZoneMatches | undefined> {
    const name = text.trim();
    if (!this.zones.has(name)) keep(this.zones, name, await resolveZone(db, name));
    return this.zones.get(name);
  }

  /**
   * The zone the page names. Where it names none, the zone whose site it is from, then the one that signed it. A zone that
   * is only mentioned in the title is a candidate, not an answer.
   */
  private async zoneOf(db: Db, page: ImportedPage): Promise<Pick<Placement, 'zoneCode' | 'zoneCandidates'>> {
    const said = await this.zone(db, page.zoneText);
    const tries = page.zoneText
      ? [said]
      : [await this.zone(db, ownerOf(page.siteName)), surely(await this.zone(db, ownerOf(page.source)))];
    const found = tries.find((matches) => matches?.zones.length === 1)?.zones[0];
    if (found) return { zoneCode: found.code, zoneCandidates: [] };
    const mentioned = await this.zone(db, page.title.slice(0, 100));
    return {
      zoneCode: undefined,
      zoneCandidates: [...tries, mentioned].flatMap((matches) => matches?.zones ?? []).slice(0, 8),
    };
  }

  private async cityOf(db: Db, parts: readonly string[]): Promise<string | undefined> {
    for (const part of parts) {
      if (!this.cities.has(part)) keep(this.cities, part, (await resolveCity(db, part))?.code);
      const code = this.cities.get(part);
      if (code) return code;
    }
    return undefined;
  }
}

function keep<T>(known: Map<string, T>, key: string, value: T): void {
  if (known.size >= remembered) known.clear();
  known.set(key, value);
}

/** Without the words for the office that runs the zone or the site. */
function ownerOf(text: string): string {
  return text
    .replace(/(?:政务)?(?:门户网站|官方网站|政务网|网站|融媒体中心|微信公众号|公众号|官微|发布)$/, '')
    .replace(/(?:党工委)?(?:管理委员会|管委会|投资促进局|招商局|党政办公室|办公室|宣传部)$/, '');
}

/** Only a name or alias as it is: a newspaper's name may contain a zone's. */
function surely(matches: ZoneMatches | undefined): ZoneMatches | undefined {
  return matches && matches.by !== 'contained' ? matches : undefined;
}
