-- A proposal says in which language its sentence is, and has a field for each language: English is no Chinese title.
alter table proposal add column lang text not null default 'zh' check (lang in ('zh', 'en'));
update proposal set lang = 'en' where sentence !~ '[一-鿿]';
update proposal set fields = fields - 'title' || case lang
    when 'en' then jsonb_build_object('titleZh', '', 'titleEn', fields -> 'title')
    else jsonb_build_object('titleZh', fields -> 'title', 'titleEn', '') end
  where fields ? 'title';
update proposal set fields = fields - 'name' || case lang
    when 'en' then jsonb_build_object('nameZh', '', 'nameEn', fields -> 'name')
    else jsonb_build_object('nameZh', fields -> 'name', 'nameEn', '') end
  where fields ? 'name';
update proposal set fields = fields - 'measure' || case lang
    when 'en' then jsonb_build_object('measureZh', '', 'measureEn', fields -> 'measure')
    else jsonb_build_object('measureZh', fields -> 'measure', 'measureEn', '') end
  where fields ? 'measure';
