import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';

/** Two zones of two cities: enough for anything that asks whether one zone is kept apart from another. */
export async function twoZones(tx: Tx): Promise<{ here: string; there: string }> {
  await tx.execute(sql`insert into place (code, level, name_zh, name_en, province_code) values
    ('320000', 'province', '江苏省', 'Jiangsu', '320000'), ('340000', 'province', '安徽省', 'Anhui', '340000')`);
  await tx.execute(sql`insert into place (code, level, name_zh, name_en, province_code, city_code) values
    ('320500', 'city', '苏州市', 'Suzhou', '320000', '320500'), ('340100', 'city', '合肥市', 'Hefei', '340000', '340100')`);
  await tx.execute(sql`insert into zone (code, name_zh, name_en, level, type, province_code, city_code) values
    ('32101026', '相城经济技术开发区', 'Xiangcheng Economic and Technological Development Zone', 'national', '101', '320000', '320500'),
    ('34101001', '合肥经济技术开发区', 'Hefei Economic and Technological Development Zone', 'national', '101', '340000', '340100')`);
  return { here: '32101026', there: '34101001' };
}
