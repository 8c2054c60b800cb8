-- What an indicator's lists and lights are read from, written only by its refresh; and the improvements an operator words.
alter table indicator
  add column latest numeric(20, 4),
  add column latest_on date,
  -- The next target to be reached, or the last one there was.
  add column target numeric(20, 4),
  add column target_on date,
  -- The earliest period whose value is owed, and by when; empty where it is computed or its targets are all behind it.
  add column owed_on date,
  add column owed_by date,
  -- Why its light is what it is: keys and figures, put into words where they are shown.
  add column reasons jsonb not null default '[]';
create index indicator_owed on indicator (zone_code, owed_by, id) where owed_by is not null;

-- What plans want to improve, such as 五大提升: the site's own groups, with indicators that are suggested for each.
create table improvement (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  position smallint not null default 0,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 60),
  name_en text not null default '' check (length(name_en) <= 120)
);

create table improvement_indicator (
  id bigint generated always as identity primary key,
  improvement_key text not null references improvement on delete cascade,
  position smallint not null default 0,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 120),
  name_en text not null default '' check (length(name_en) <= 240),
  definition_zh text not null default '' check (length(definition_zh) <= 2000),
  definition_en text not null default '' check (length(definition_en) <= 4000),
  measure_zh text not null default '' check (length(measure_zh) <= 40),
  measure_en text not null default '' check (length(measure_en) <= 80),
  decimals smallint not null default 0 check (decimals between 0 and 4),
  direction text not null default 'up' check (direction in ('up', 'down')),
  period text not null check (period in ('month', 'quarter', 'year')),
  accumulation text not null check (accumulation in ('cumulative', 'point')),
  formula text not null default '' check (length(formula) <= 1000)
);
create index improvement_indicator_by_improvement on improvement_indicator (improvement_key, position, id);

insert into improvement (position, key, name_zh, name_en) values
  (1, 'quality', '产业质量效益', 'Industrial quality and returns'),
  (2, 'enterprises', '企业发展能级', 'Strength of enterprises'),
  (3, 'innovation', '科技创新能力', 'Capacity for innovation'),
  (4, 'digital', '数实融合水平', 'Digital and real economy'),
  (5, 'green', '绿色发展成效', 'Green development');
insert into improvement_indicator (improvement_key, position, key, name_zh, name_en, definition_zh, definition_en,
  measure_zh, measure_en, decimals, direction, period, accumulation, formula) values
  ('quality', 1, 'industrial_output', '规模以上工业总产值', 'Output of industrial enterprises above designated size',
    '规模以上工业企业在报告期内以货币形式表现的工业产品总量，当年价。', 'Value of what industrial enterprises above designated size made, at current prices.',
    '亿元', 'CNY 100 million', 2, 'up', 'month', 'cumulative', ''),
  ('quality', 2, 'value_added_rate', '工业增加值率', 'Share of value added in industrial output',
    '工业增加值占工业总产值的比重。', 'Industrial value added as a share of industrial output.', '%', '%', 2, 'up', 'quarter', 'point', ''),
  ('quality', 3, 'signed_investment', '签约投资额', 'Investment signed',
    '按“一个项目只计一次、增资只计增量”的口径，由投资项目签约记录计算。', 'From signings of projects: a project counts once, an addition only by what it adds.',
    '亿元', 'CNY 100 million', 2, 'up', 'month', 'cumulative', 'signed_amount() ÷ 100000000'),
  ('enterprises', 1, 'specialised_enterprises', '国家级专精特新“小巨人”企业数', 'National “little giant” enterprises',
    '累计获评的企业数量。', 'Enterprises that hold the title.', '家', 'enterprises', 0, 'up', 'year', 'point', ''),
  ('enterprises', 2, 'national_honours', '国家级荣誉数', 'National honours',
    '辖区组织获得的国家级荣誉，由荣誉记录计算。', 'National honours of the zone’s organisations, from their records.',
    '项', 'honours', 0, 'up', 'year', 'point', 'honours(national)'),
  ('innovation', 1, 'research_intensity', '规上工业企业研发投入占比', 'Research spending of industrial enterprises',
    '规模以上工业企业研发经费支出占营业收入的比重。', 'Spending on research as a share of revenue.', '%', '%', 2, 'up', 'year', 'point', ''),
  ('innovation', 2, 'effective_connections', '有效对接数', 'Effective connections',
    '双方确认且有佐证的对接，由对接记录计算。', 'Connections that both sides confirmed and that have evidence, from their records.',
    '项', 'connections', 0, 'up', 'month', 'cumulative', 'effective_connections()'),
  ('digital', 1, 'smart_factories', '省级以上智能工厂（车间）数', 'Smart factories and workshops of provincial rank or above',
    '累计获评的智能工厂和智能车间数量。', 'Smart factories and workshops that hold the title.', '个', 'factories and workshops', 0, 'up', 'year', 'point', ''),
  ('green', 1, 'energy_per_value_added', '单位工业增加值能耗降幅', 'Cut in energy used per unit of value added',
    '规模以上单位工业增加值能耗比上年下降的幅度。', 'How far energy per unit of industrial value added fell against the year before.', '%', '%', 2, 'up', 'year', 'point', ''),
  ('green', 2, 'green_factories', '省级以上绿色工厂数', 'Green factories of provincial rank or above',
    '累计获评的绿色工厂数量。', 'Factories that hold the title.', '家', 'factories', 0, 'up', 'year', 'point', '');
